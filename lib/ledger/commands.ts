import { and, eq, gt } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { accessLog } from '@/db/schema'
import { newId } from '../kernel/id'

/** A film is fetched in many parts; they are one opening. */
const ONE_OPENING = 10 * 60_000

type Opened = { noun: string; subjectId: string; what: string; isLaterPart?: boolean }

/** Writes down that the acting member opens something of a case now. A later part of a file belongs to the opening within ten minutes before it. */
export async function noteAccess(act: Act, { noun, subjectId, what, isLaterPart = false }: Opened) {
  const { memberId, name, organizationId } = act.actor
  if (!memberId || !organizationId) throw new Error('nobody opens what is written down')
  const since = new Date(act.now.getTime() - ONE_OPENING)
  const isOpen = and(
    eq(accessLog.subjectId, subjectId),
    eq(accessLog.memberId, memberId),
    eq(accessLog.what, what),
    gt(accessLog.at, since),
  )
  if (isLaterPart && (await act.tx.$count(accessLog, isOpen)) > 0) return
  await act.tx.insert(accessLog).values({ id: newId(), memberId, memberName: name, organizationId, noun, subjectId, what, at: act.now })
}
