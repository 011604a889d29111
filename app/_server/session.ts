import 'server-only'
import { cookies, headers } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { decode } from 'next-auth/jwt'
import { cache } from 'react'
import { type Actor, type Duty, enters, mintActor, visitor } from '@/lib/kernel/actor'
import { invitationBehind, resetBehind, type SessionClaim } from '@/lib/organization/queries/session'
import { identify, look } from '@/lib/perform'
import { authSecret, sessionCookie } from './auth'
import { signInPath } from './back'
import { isOurOrigin } from './origin'

/** Set by proxy.ts on every request: the path that was asked for. */
export const PATH_HEADER = 'x-portal-path'
/** The page that is asked for; of a form sent to an address beside the proxy, the page that it stands on. */
export async function askedPath(): Promise<string> {
  const asked = await headers()
  const from = asked.get('referer')
  const { origin, pathname, search } = new URL(from && URL.canParse(from) ? from : 'http://portal.invalid')
  return asked.get(PATH_HEADER) ?? (isOurOrigin(origin) ? pathname + search : '/')
}

export type Reader = { actor: Actor; member: SessionClaim | null; sid: string | null }

/** Whoever's organization does not take part, not yet or not now, reads as the public does and besides its own application, and may do what a visitor may. */
function actorOf({ kind, memberId, organizationId, name, duties, organizationState }: SessionClaim): Actor {
  const own = { memberId, organizationId, name }
  return organizationState === 'accepted'
    ? mintActor({ ...own, kind, duties })
    : mintActor({ ...own, kind: 'visitor', duties: ['visitor'] })
}

/** The random id in next-auth's cookie. What it opens is decided by our own row behind it, anew on every request. */
async function sidOfCookie(): Promise<string | null> {
  const jar = await cookies()
  const token = jar.get(sessionCookie())?.value
  const claims = token ? await decode({ token, secret: authSecret(), salt: sessionCookie() }).catch(() => null) : null
  return typeof claims?.sid === 'string' ? claims.sid : null
}

/** Who is reading: a member with a living session, or a visitor. The one door through which a browser request becomes an Actor. */
export const reader = cache(async (): Promise<Reader> => {
  const sid = await sidOfCookie()
  const member = sid ? await identify(sid) : null
  return member ? { actor: actorOf(member), member, sid } : { actor: visitor, member: null, sid: null }
})

/** Who stands behind a session now; for what outlasts the request that began it. */
export async function actorBehind(sid: string | null): Promise<Actor> {
  const member = sid ? await identify(sid) : null
  return member ? actorOf(member) : visitor
}

/** A signed-in member, else the sign-in page, which leads back here. */
export async function signedIn(): Promise<Reader & { member: SessionClaim }> {
  const found = await reader()
  if (!found.member) redirect(signInPath((await headers()).get(PATH_HEADER)))
  return { ...found, member: found.member }
}

/** A member of an organization that takes part, whatever the duties; to anyone else the page does not exist. */
export async function currentMember(): Promise<Reader & { member: SessionClaim }> {
  const found = await signedIn()
  if (found.member.organizationState !== 'accepted') notFound()
  return found
}

/** The reader as an Actor with one of these duties; to anyone else the page does not exist. */
export async function currentActor(...duties: Duty[]): Promise<Actor> {
  const { actor } = await signedIn()
  if (duties.length && !enters(actor, ...duties)) notFound()
  return actor
}

const bearer = (organizationId: string, memberId: string | null) =>
  mintActor({ kind: 'visitor', organizationId, memberId, name: '', duties: ['visitor'] })

/** Whoever holds the one-time link of an invitation, while it can be used. */
export async function bearerOfInvitation({ token }: { token: string }): Promise<Actor | null> {
  const offer = await look(visitor, (tx) => invitationBehind(tx, token))
  return offer && bearer(offer.organizationId, null)
}

/** Whoever holds the one-time link to a new password, while it can be used. */
export async function bearerOfReset({ token }: { token: string }): Promise<Actor | null> {
  const offer = await look(visitor, (tx) => resetBehind(tx, token))
  return offer && bearer(offer.organizationId, offer.memberId)
}
