import { asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, eventHands, events, placements, subjectNames, subjectStatements } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { type SubjectRow, subjectsById } from './subjects'

export type Statement = Pick<
  typeof subjectStatements.$inferSelect,
  'id' | 'state' | 'openedAt' | 'operatorName' | 'promoters' | 'payeeStated' | 'phoneStated'
> & { by: string | null }
export type FoundSubject = SubjectRow & {
  /** What it was called before, the latest first; for its own platform, CNSA and regulators. */
  earlierNames: { name: string; untilAt: Date }[]
  /** What its platform has stated, the one that stands first; for that platform and regulators. */
  statements: Statement[]
  /** Its own platform may state anew. */
  isOwn: boolean
}

/** A mini-program or an account with who is behind it, as far as the reader may know; null to whoever may not know of it. */
export async function subjectById(tx: Tx, actor: Actor, id: string): Promise<FoundSubject | null> {
  const [row] = await subjectsById(tx, actor, [id])
  if (!row) return null
  const earlierNames = await tx
    .select({ name: subjectNames.name, untilAt: subjectNames.untilAt })
    .from(subjectNames)
    .where(eq(subjectNames.subjectId, id))
    .orderBy(desc(subjectNames.untilAt))
  const statements = await tx
    .select({
      id: subjectStatements.id,
      state: subjectStatements.state,
      openedAt: subjectStatements.openedAt,
      operatorName: subjectStatements.operatorName,
      promoters: subjectStatements.promoters,
      payeeStated: subjectStatements.payeeStated,
      phoneStated: subjectStatements.phoneStated,
      by: sql<string | null>`(select h.member_name from ${eventHands} h join ${events} e on e.id = h.event_id
        where e.subject_id = subject_statements.id and e.name = 'statement.stated')`,
    })
    .from(subjectStatements)
    .where(eq(subjectStatements.subjectId, id))
    .orderBy(sql`${subjectStatements.state} <> 'standing'`, desc(subjectStatements.openedAt))
  return { ...row, earlierNames, statements, isOwn: actor.kind === 'platform' && row.platformId === actor.organizationId }
}

export type Shown = { id: string; code: string; title: string; address: string; seenAt: Date }
const MOST_SHOWN = 100

/** The works that are shown in a mini-program or by an account, as far as the reader may know of them. */
export const shownAt = (tx: Tx, { id, kind }: Pick<SubjectRow, 'id' | 'kind'>): Promise<Shown[]> =>
  tx
    .select({ id: placements.id, code: dramas.code, title: dramas.title, address: placements.address, seenAt: placements.seenAt })
    .from(placements)
    .innerJoin(dramas, eq(dramas.id, placements.dramaId))
    .where(eq(kind === 'mini_program' ? placements.miniProgramId : placements.accountId, id))
    .orderBy(desc(placements.seenAt), asc(placements.id))
    .limit(MOST_SHOWN)
