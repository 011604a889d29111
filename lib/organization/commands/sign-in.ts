import { inArray, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { sessions, signInAttempts } from '@/db/schema'
import { ok } from '../../kernel/outcome'
import { digest } from '../../kernel/secret'

/** Failures count within this time, per member and per address. */
export const WINDOW_MINUTES = 15

/** Opens a session behind a new random id and forgets the failures. Signing in is no official act and leaves no event. */
export async function openSession(act: Act, { memberId, sid, keys }: { memberId: string; sid: string; keys: string[] }) {
  await act.tx.delete(signInAttempts).where(inArray(signInAttempts.keyHash, keys))
  await act.tx.insert(sessions).values({ sidHash: digest(sid), memberId, signedInAt: act.now, seenAt: act.now })
  return ok({ sid })
}

export async function noteFailure(act: Act, { keys }: { keys: string[] }) {
  const fresh = sql`${signInAttempts.since} > ${act.now.toISOString()}::timestamptz - make_interval(mins => ${WINDOW_MINUTES})`
  await act.tx
    .insert(signInAttempts)
    .values(keys.map((keyHash) => ({ keyHash, failures: 1, since: act.now })))
    .onConflictDoUpdate({
      target: signInAttempts.keyHash,
      set: { failures: sql`case when ${fresh} then ${signInAttempts.failures} + 1 else 1 end`, since: sql`case when ${fresh} then ${signInAttempts.since} else excluded.since end` },
    })
  return ok(null)
}

/** Ends the one session behind this id. */
export async function endSession(act: Act, { sid }: { sid: string }) {
  await act.tx.update(sessions).set({ endedAt: act.now }).where(sql`${sessions.sidHash} = ${digest(sid)}`)
  return ok(null)
}
