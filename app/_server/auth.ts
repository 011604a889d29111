import 'server-only'
import NextAuth from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '@/lib/env'

const isSecure = () => env().origins.every((origin) => origin.startsWith('https:'))
/** `__Host-` is only taken on https. */
export const sessionCookie = () => (isSecure() ? '__Host-portal' : 'portal')
export const authSecret = () => env().authSecret

/**
 * next-auth seals and clears the cookie; it carries a random `sid` and nothing else. Its own routes are not mounted, so
 * only app/_server/sign-in.ts hands it a `sid`, after the session behind it was opened; one that opens nothing is nobody's.
 */
export const { signIn, signOut } = NextAuth(() => ({
  secret: authSecret(),
  trustHost: true,
  session: { strategy: 'jwt', maxAge: 7 * 24 * 3600 },
  cookies: { sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } } },
  providers: [Credentials({ credentials: { sid: {} }, authorize: ({ sid }) => ({ id: String(sid) }) })],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token.sid }),
    session: () => ({ expires: '' }) as never,
  },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
}))
