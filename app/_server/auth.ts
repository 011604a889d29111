import 'server-only'
import NextAuth, { CredentialsSignin } from 'next-auth'
import Credentials from 'next-auth/providers/credentials'
import { env } from '@/lib/env'
import { openSession } from './sign-in'

export class SignInRefused extends CredentialsSignin {
  constructor(code: 'wrong' | 'too_many') {
    super(code)
    this.code = code
  }
}

export const isSecure = () => env().origins.every((origin) => origin.startsWith('https:'))
/** `__Host-` is only taken on https. */
export const sessionCookie = () => (isSecure() ? '__Host-portal' : 'portal')
export const authSecret = () => env().authSecret

/** next-auth signs the cookie in and out; it carries a random `sid` and nothing else. Its own routes are not mounted. */
export const { signIn, signOut } = NextAuth(() => ({
  secret: authSecret(),
  trustHost: true,
  session: { strategy: 'jwt', maxAge: 7 * 24 * 3600 },
  cookies: { sessionToken: { name: sessionCookie(), options: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure() } } },
  providers: [
    Credentials({
      credentials: { email: {}, password: {}, address: {} },
      authorize: async ({ email, password, address }) => {
        const opened = await openSession({ email: String(email), password: String(password), address: String(address) })
        if (!opened.ok) throw new SignInRefused(opened.code)
        return { id: opened.value.sid }
      },
    }),
  ],
  callbacks: {
    jwt: ({ token, user }) => (user ? { sid: user.id } : { sid: token['sid'] }),
    session: () => ({ expires: '' }) as never,
  },
  logger: { error: () => {}, warn: () => {}, debug: () => {} },
}))
