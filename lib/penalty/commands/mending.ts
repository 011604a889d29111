import { eq } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { type penalties, rectifications, violationPlaces } from '@/db/schema'
import { lengthsOf } from '../../drama/queries'
import { outsideWork } from '../../drama/rules/episodes'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { type Order, type Ordered, orderRectification } from '../../rectification/commands/order'
import { rulebook } from '../../rulebook/queries'

type Subject = Pick<
  typeof penalties.$inferSelect,
  'violationId' | 'targetKind' | 'targetId' | 'targetName' | 'platformId' | 'bureauId' | 'clauses'
>
type Mended = { subject: Subject; subjectId: string; episodes: readonly number[] }

const MOST_TASKS = 100
/** What P1 asks for: each upheld item, at each place that the report names. Refusals: episode_beyond_work, time_beyond_episode. */
async function tasksOf(
  act: Act,
  { violationId, clauses, targetKind, targetId }: Subject,
  episodes: readonly number[],
  asks: string | null,
): Promise<Outcome<Order['tasks']>> {
  const { taxonomy } = await rulebook(act.tx)
  const isWork = targetKind === 'drama' || targetKind === 'episode'
  const seen = isWork
    ? await act.tx.select().from(violationPlaces).where(eq(violationPlaces.violationId, violationId)).orderBy(violationPlaces.position)
    : []
  const named = seen.filter(({ episode }) => targetKind === 'drama' || episodes.includes(episode))
  const lengths = isWork ? await lengthsOf(act.tx, targetId) : new Map()
  const outside = named.flatMap((place) => {
    const field = 'episodes'
    const faults = outsideWork({ ...place, start: place.startSecond, end: place.endSecond }, lengths, {
      episode: field,
      start: field,
      end: field,
    })
    return faults.length > 0 ? [{ place, faults }] : []
  })
  // Kept to episodes, whoever chooses leaves out those that the work does not have; of the whole work the item alone is asked for.
  if (targetKind === 'episode' && outside[0]) return refuse(outside[0].faults[0]!.code, { faults: outside.flatMap(({ faults }) => faults) })
  const places = named.filter((place) => outside.every((one) => one.place !== place))
  const items = clauses.map((code) => ({ code, what: asks ?? taxonomy.find((item) => item.code === code)?.zh ?? code }))
  if (places.length === 0 || items.length * places.length > MOST_TASKS) return ok(items)
  return ok(items.flatMap((item) => places.map(({ episode, startSecond, endSecond }) => ({ ...item, episode, startSecond, endSecond }))))
}

/** Orders what P1 asks for, or joins what is ordered already. */
export async function orderMending(act: Act, { subject, subjectId, episodes }: Mended, hours: number, asks: string | null) {
  const { violationId, targetKind, targetId, targetName, platformId, bureauId, clauses } = subject
  const asked = await tasksOf(act, subject, episodes, asks)
  if (!asked.ok) return asked
  const tasks = asked.value
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
