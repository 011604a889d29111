import { eq, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { sessions, signInAttempts } from '@/db/schema'
import { ok } from '../../kernel/outcome'
import { digest } from '../../kernel/secret'

const WINDOW_MINUTES = 15
/** Failed attempts within the window; what is counted is the address that was typed, whether or not it is a member's. */
export const ATTEMPTS = { member: 10, address: 100 }

const keysOf = (email: string, address: string) => ({ member: digest(`member:${email}`), address: digest(`address:${address}`) })

/**
 * Counts an attempt before the password is looked at, so that many at once are many. Signing in is no official act and
 * leaves no event. Gives whether the password may be looked at.
 */
export async function countAttempt(act: Act, { email, address }: { email: string; address: string }) {
  const keys = keysOf(email, address)
  const fresh = sql`${signInAttempts.since} > ${act.now.toISOString()}::timestamptz - make_interval(mins => ${WINDOW_MINUTES})`
  const counted = await act.tx
    .insert(signInAttempts)
    .values([keys.member, keys.address].map((keyHash) => ({ keyHash, failures: 1, since: act.now })))
    .onConflictDoUpdate({
      target: signInAttempts.keyHash,
      set: {
        failures: sql`case when ${fresh} then ${signInAttempts.failures} + 1 else 1 end`,
        since: sql`case when ${fresh} then ${signInAttempts.since} else excluded.since end`,
      },
    })
    .returning({ keyHash: signInAttempts.keyHash, failures: signInAttempts.failures })
  const count = (key: string) => counted.find(({ keyHash }) => keyHash === key)?.failures ?? 0
  return ok({ allowed: count(keys.member) <= ATTEMPTS.member && count(keys.address) <= ATTEMPTS.address })
}

/** Opens a session behind a new random id. */
export async function openSession(act: Act, { memberId, sid }: { memberId: string; sid: string }) {
  await act.tx.insert(sessions).values({ sidHash: digest(sid), memberId, signedInAt: act.now, seenAt: act.now })
  return ok({ sid })
}

/** Opens a session after a right password: the member's failures are forgotten, the address gets this attempt back. */
export async function signIn(
  act: Act,
  { memberId, sid, email, address }: { memberId: string; sid: string; email: string; address: string },
) {
  const keys = keysOf(email, address)
  await act.tx.delete(signInAttempts).where(eq(signInAttempts.keyHash, keys.member))
  await act.tx
    .update(signInAttempts)
    .set({ failures: sql`greatest(${signInAttempts.failures} - 1, 0)` })
    .where(eq(signInAttempts.keyHash, keys.address))
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
