import { and, eq, gt } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { accessLog } from '@/db/schema'
import { newId } from '../kernel/id'

/** A film is fetched in many parts; they are one opening. */
const ONE_OPENING = 10 * 60_000

/** Writes down that the acting member opens something of a case now; many openings within ten minutes are one. */
export async function noteAccess(act: Act, { noun, subjectId, what }: { noun: string; subjectId: string; what: string }) {
  const { memberId, name, organizationId } = act.actor
  if (!memberId || !organizationId) throw new Error('nobody opens what is written down')
  const since = new Date(act.now.getTime() - ONE_OPENING)
  const [recent] = await act.tx
    .select({ id: accessLog.id })
    .from(accessLog)
    .where(and(eq(accessLog.subjectId, subjectId), eq(accessLog.memberId, memberId), eq(accessLog.what, what), gt(accessLog.at, since)))
    .limit(1)
  if (recent) return
  await act.tx.insert(accessLog).values({ id: newId(), memberId, memberName: name, organizationId, noun, subjectId, what, at: act.now })
}
