import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { cookies, headers } from 'next/headers'
import { spokenAs } from '@/lib/i18n/formats'
import { visitor } from '@/lib/kernel/actor'
import { type Refused, refuse } from '@/lib/kernel/outcome'
import { isPassword, newToken } from '@/lib/kernel/secret'
import { changePassword } from '@/lib/organization/commands/password'
import { countAttempt, endSession, signIn as openAfterPassword, openSession } from '@/lib/organization/commands/sign-in'
import { type Command, credentialsFor, identify, perform } from '@/lib/perform'
import { signOut as clearCookie, signIn as sealCookie } from './auth'
import { backPath } from './back'
import { homeOf } from './home'
import { speak } from './preference'
import { reader } from './session'

type Typed = { email: string; password: string; back?: string }

/** The last address that a proxy in front of us has added, else the one that Next saw itself. */
export const addressOfRequest = async () => (await headers()).get('x-forwarded-for')?.split(',').at(-1)?.trim() ?? ''

/** First half of a sign-in: counts the attempt, whoever it is for. */
export const attempt: Command<Typed, { allowed: boolean }, never> = async (act, { email }) =>
  countAttempt(act, { purpose: 'sign-in', email, address: await addressOfRequest() })

/** next-auth's own note of where it came from; nothing here reads it. */
const STRAY = ['authjs.callback-url', '__Secure-authjs.callback-url']

async function sealed(sid: string): Promise<string> {
  const before = await reader()
  if (before.sid) await perform(endSession, before.actor, { sid: before.sid })
  await sealCookie('credentials', { sid, redirect: false })
  const jar = await cookies()
  for (const name of STRAY) if (jar.has(name)) jar.delete(name)
  const member = await identify(sid)
  if (member && !jar.has('locale')) await speak(spokenAs(member.locale))
  return homeOf(member)
}

/** Second half: looks at the password and opens a session with a new id. Refusals do not tell whether the member exists. */
export async function admit({ allowed }: { allowed: boolean }, { email, password, back }: Typed): Promise<string | Refused> {
  if (!allowed) return refuse('too_many_attempts')
  const known = await credentialsFor(visitor, email)
  if (!(await isPassword(known?.passwordHash, password)) || !known) return refuse('wrong_password')
  const sid = newToken()
  await perform(openAfterPassword, visitor, { memberId: known.memberId, sid, email, address: await addressOfRequest() })
  const home = await sealed(sid)
  return home === '/application' ? home : (backPath(back) ?? home)
}

/** Signs in a member who has just been made, or has just proved to own the address by a one-time link. Gives where to go. */
export async function welcome(memberId: string): Promise<string> {
  const sid = newToken()
  await perform(openSession, visitor, { memberId, sid })
  return sealed(sid)
}

/** Ends this session here and clears the cookie. */
export async function leave() {
  const { actor, sid } = await reader()
  if (sid) await perform(endSession, actor, { sid })
  await clearCookie({ redirect: false })
}

type Change = { oldPassword: string; newPassword: string }
/** First half of a change of one's own password: a stolen session gets no more guesses than a stranger. */
export const attemptOwn: Command<Change, { allowed: boolean }, never> = async (act) => {
  const { member } = await reader()
  return countAttempt(act, { purpose: 'sign-in', email: member?.email ?? '', address: await addressOfRequest() })
}

/** Second half; what was counted is forgotten with the change. */
export async function changeOwn({ allowed }: { allowed: boolean }, change: Change): Promise<undefined | Refused> {
  const { actor, sid } = await reader()
  if (!sid) return refuse('signed_out')
  if (!allowed) return refuse('too_many_attempts')
  const changed = await perform(changePassword, actor, { ...change, sid })
  return changed.ok ? undefined : changed
}

const PATIENCE = 600
/** Leads on after a while, so that the time does not tell what was found. */
export const evenly = (path: string) => sleep(PATIENCE, path)
