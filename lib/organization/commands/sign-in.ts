import { eq, sql } from 'drizzle-orm'
import { sessions, signInAttempts } from '@/db/schema'
import { type Act, asHouse } from '@/db/transaction'
import { ok } from '../../kernel/outcome'
import { digest } from '../../kernel/secret'

const WINDOW_MINUTES = 15
/** Attempts within the window; what is counted is the address that was typed, whether or not it is a member's. */
export const ATTEMPTS = { 'sign-in': { member: 10, address: 100 }, reset: { member: 3, address: 30 }, apply: { member: 3, address: 100 } }
type Purpose = keyof typeof ATTEMPTS

const keysOf = (purpose: Purpose, email: string, address: string) => ({
  member: digest(`${purpose} member:${email}`),
  address: digest(`${purpose} address:${address}`),
})

/**
 * Counts an attempt before the password is looked at, so that many at once are many. Signing in is no official act and
 * leaves no event. Gives whether the password may be looked at.
 */
export async function countAttempt(act: Act, { purpose, email, address }: { purpose: Purpose; email: string; address: string }) {
  const keys = keysOf(purpose, email, address)
  const fresh = sql`${signInAttempts.since} > ${act.now.toISOString()}::timestamptz - make_interval(mins => ${WINDOW_MINUTES})`
  const counted = await asHouse(act, () =>
    act.tx
      .insert(signInAttempts)
      .values([keys.member, keys.address].map((keyHash) => ({ keyHash, failures: 1, since: act.now })))
      .onConflictDoUpdate({
        target: signInAttempts.keyHash,
        set: {
          failures: sql`case when ${fresh} then ${signInAttempts.failures} + 1 else 1 end`,
          since: sql`case when ${fresh} then ${signInAttempts.since} else excluded.since end`,
        },
      })
      .returning({ keyHash: signInAttempts.keyHash, failures: signInAttempts.failures }),
  )
  const count = (key: string) => counted.find(({ keyHash }) => keyHash === key)?.failures ?? 0
  const most = ATTEMPTS[purpose]
  return ok({ allowed: count(keys.member) <= most.member && count(keys.address) <= most.address })
}

/** Opens a session behind a new random id. */
export async function openSession(act: Act, { memberId, sid }: { memberId: string; sid: string }) {
  await act.tx.insert(sessions).values({ sidHash: digest(sid), memberId, signedInAt: act.now, seenAt: act.now })
  return ok({ sid })
}

export const forgetAttempts = (act: Act, email: string) =>
  asHouse(act, () => act.tx.delete(signInAttempts).where(eq(signInAttempts.keyHash, keysOf('sign-in', email, '').member)))

type SignIn = { memberId: string; sid: string; email: string; address: string }
/** Opens a session after a right password: the member's failures are forgotten, the address gets this attempt back. */
export async function signIn(act: Act, { memberId, sid, email, address }: SignIn) {
  await forgetAttempts(act, email)
  await asHouse(act, () =>
    act.tx
      .update(signInAttempts)
      .set({ failures: sql`greatest(${signInAttempts.failures} - 1, 0)` })
      .where(eq(signInAttempts.keyHash, keysOf('sign-in', email, address).address)),
  )
  return openSession(act, { memberId, sid })
}

/** Ends the one session behind this id. */
export async function endSession(act: Act, { sid }: { sid: string }) {
  await act.tx
    .update(sessions)
    .set({ endedAt: act.now })
    .where(eq(sessions.sidHash, digest(sid)))
  return ok(null)
}
