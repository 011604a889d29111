import { lt } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { passwordResets, sessions, signInAttempts } from '@/db/schema'
import { ok } from '../../kernel/outcome'

const DAY = 24 * 3_600_000

/** Clears away what nobody can use any more: failures after a day, links after a week, sessions a month after they were seen. */
export async function clearExpired(act: Act) {
  const before = (days: number) => new Date(act.now.getTime() - days * DAY)
  await act.tx.delete(signInAttempts).where(lt(signInAttempts.since, before(1)))
  await act.tx.delete(passwordResets).where(lt(passwordResets.expiresAt, before(7)))
  await act.tx.delete(sessions).where(lt(sessions.seenAt, before(30)))
  return ok(null)
}
