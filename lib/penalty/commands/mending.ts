import { eq } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { type penalties, rectifications, violationPlaces } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import { type Order, type Ordered, orderRectification } from '../../rectification/commands/order'
import { rulebook } from '../../rulebook/queries'

type Subject = Pick<
  typeof penalties.$inferSelect,
  'violationId' | 'targetKind' | 'targetId' | 'targetName' | 'platformId' | 'bureauId' | 'clauses'
>
type Mended = { subject: Subject; subjectId: string; episodes: readonly number[] }

const MOST_TASKS = 100
/** What P1 asks for: each upheld item, at each place that the report names. */
async function tasksOf(act: Act, { violationId, clauses, targetKind }: Subject, episodes: readonly number[], asks: string | null) {
  const { taxonomy } = await rulebook(act.tx)
  const isWork = targetKind === 'drama' || targetKind === 'episode'
  const seen = isWork
    ? await act.tx.select().from(violationPlaces).where(eq(violationPlaces.violationId, violationId)).orderBy(violationPlaces.position)
    : []
  const places = seen.filter(({ episode }) => targetKind === 'drama' || episodes.includes(episode))
  const items = clauses.map((code) => ({ code, what: asks ?? taxonomy.find((item) => item.code === code)?.zh ?? code }))
  if (places.length === 0 || items.length * places.length > MOST_TASKS) return items
  return items.flatMap((item) => places.map(({ episode, startSecond, endSecond }) => ({ ...item, episode, startSecond, endSecond })))
}

/** Orders what P1 asks for, or joins what is ordered already. */
export async function orderMending(act: Act, { subject, subjectId, episodes }: Mended, hours: number, asks: string | null) {
  const { violationId, targetKind, targetId, targetName, platformId, bureauId, clauses } = subject
  const tasks = await tasksOf(act, subject, episodes, asks)
  const order: Order = { violationId, violationSubjectId: subjectId, targetKind, targetId, targetName, platformId, bureauId, hours, tasks }
  return clauses.length ? orderRectification(act, order) : refuse('not_upheld')
}

/** Whoever joins what runs already waits as long as it runs; null for what was ordered anew, or has no time left. */
export async function endOfJoined(act: Act, { id, joined }: Ordered): Promise<Date | null> {
  if (!joined) return null
  const [running] = await act.tx.select().from(rectifications).where(eq(rectifications.id, id))
  const endsAt = running?.state === 'handed_in' ? running.orderedDueAt : running?.dueAt
  return endsAt && endsAt > act.now ? endsAt : null
}
