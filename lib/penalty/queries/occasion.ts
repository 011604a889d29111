import { and, desc, eq, gte, isNotNull, notInArray, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, miniPrograms, penalties, platformAccounts, violations } from '@/db/schema'
import { addHours, asDay, dayOf, startOf } from '../../kernel/time'
import { rulebook } from '../../rulebook/queries'
import { chargesOn, narrowsToEpisodes, type Occasion, occurrenceOf, repeatedOn } from '../rules/guide'
import type { PenaltyState, TargetKind } from '../workflow'

/** What is decided on: an account, a mini-program or a work by its id; of episodes their work. */
export type TargetNamed = { kind: TargetKind; id: string }
/** Another finding about the target before this one; its number where the reader may open it. */
export type Earlier = { decidedAt: Date; number: string | null; recorded: boolean }
/** A measure on the target, as its own platform sees it beside a new decision. */
export type Imposed = {
  id: string
  number: string | null
  rung: string
  parameter: string | null
  targetKind: TargetKind
  episode: number | null
  state: PenaltyState
  startsAt: Date | null
  endsAt: Date | null
}
export type TargetCase = {
  /** The report that was upheld; of one that was merged, its root. */
  violation: { id: string; number: string | null; bureauId: string; decidedAt: Date }
  subjectId: string
  /** `code` is what people know it by: the account's id, the app's, the work's. */
  target: TargetNamed & { name: string; code: string }
  /** Whose step a decision can be. */
  platforms: string[]
  /** The upheld items that apply to such a target, and the highest severity among them. */
  clauses: string[]
  occasion: Occasion
  /** What makes it a repetition, newest first. */
  earlier: Earlier[]
  /** The episodes that the report names, where the decision may be kept to them. */
  episodes: number[]
}

/** Days before a decision in which another one counts, and one more for the hours of the first day. */
const WINDOW_HOURS = 91 * 24

async function earlierOf(tx: Tx, violationId: string, targetId: string, decidedAt: Date, asRecorded = false): Promise<Earlier[]> {
  const since = addHours(decidedAt, -WINDOW_HOURS).toISOString()
  const rows = await tx.execute<{ at: string; number: string | null; recorded: boolean }>(
    sql`select decided_at as at, number, recorded from earlier_findings(${violationId}, ${targetId}, ${since}::timestamptz, ${asRecorded})`,
  )
  const others = rows.map(({ at, ...one }) => ({ ...one, decidedAt: new Date(at), decidedOn: dayOf(new Date(at)), overturned: false }))
  return repeatedOn(dayOf(decidedAt), others).map(({ decidedAt: at, number, recorded }) => ({ decidedAt: at, number, recorded }))
}

/** What makes a measure that was only recorded one for a repetition, by the day on which its finding was seen. */
export async function earlierToRecord(tx: Tx, violationId: string, targetId: string): Promise<Earlier[]> {
  const [report] = await tx.select({ seenOn: violations.seenOn }).from(violations).where(eq(violations.id, violationId))
  return report?.seenOn ? earlierOf(tx, violationId, targetId, startOf(asDay(report.seenOn)), true) : []
}

/** A target's name and what people know it by. */
export async function nameOf(tx: Tx, { kind, id }: TargetNamed): Promise<{ name: string; code: string } | undefined> {
  if (kind === 'account') {
    const named = { name: platformAccounts.handle, code: platformAccounts.accountId }
    return (await tx.select(named).from(platformAccounts).where(eq(platformAccounts.id, id)))[0]
  }
  if (kind === 'mini_program') {
    const named = { name: miniPrograms.name, code: miniPrograms.appId }
    return (await tx.select(named).from(miniPrograms).where(eq(miniPrograms.id, id)))[0]
  }
  return (await tx.select({ name: dramas.title, code: dramas.code }).from(dramas).where(eq(dramas.id, id)))[0]
}

type Ruling = {
  violationId: string
  subjectId: string
  kind: TargetKind
  targetId: string
  decidedAt: string
  codes: string[]
  episodes: number[]
}
/** What was upheld in a report, subject by subject; nothing to whoever may not read the report. */
export const rulingsIn = async (tx: Tx, violationId: string): Promise<Ruling[]> => [
  ...(await tx.execute<Ruling>(
    sql`select violation_id as "violationId", subject_id as "subjectId", kind, target_id as "targetId", decided_at as "decidedAt", codes, episodes
        from target_rulings(array[${violationId}::uuid]) order by kind, target_id`,
  )),
]
const platformsConcerned = async (tx: Tx, subjectId: string) =>
  (await tx.execute<{ id: string }>(sql`select platforms_concerned(${subjectId}) as id order by 1`)).map(({ id }) => id)

/** What was decided on the ruling, or is due; not what its platform had only recorded before there was one, nor that record taken back. */
export const decides = sql`(${penalties.state} <> 'recorded' and (${penalties.state} <> 'withdrawn' or exists (
  select from penalty_reasons r where r.penalty_id = ${penalties.id} and r.decision is not null)))`

/**
 * What was upheld about this platform's own subjects and works that stand there, and on which it has decided nothing yet; and where what
 * was to be mended has been refused since, what it would have before it now.
 */
export const undecidedBy = async (tx: Tx, platformId: string): Promise<Pick<Ruling, 'violationId' | 'kind' | 'targetId'>[]> => [
  ...(await tx.execute<Pick<Ruling, 'violationId' | 'kind' | 'targetId'>>(
    sql`select s.violation_id as "violationId", s.kind, coalesce(s.drama_id, s.mini_program_id, s.account_id) as "targetId"
        from violation_subjects s join violations v on v.id = s.violation_id and v.state = 'upheld'
        where s.outcome = 'upheld' and ${platformId}::uuid in (select platforms_concerned(s.id)) and (not exists (
          select from penalties where penalties.violation_id = v.id and penalties.platform_id = ${platformId}::uuid and ${decides}
            and penalties.target_id = coalesce(s.drama_id, s.mini_program_id, s.account_id))
          or exists (select from rectifications r join rectification_orders o on o.rectification_id = r.id
            where r.violation_subject_id = s.id and r.state = 'refused'
              and not exists (select from penalty_reasons w where w.refused_id = r.id and w.platform_id = ${platformId}::uuid)
              and (o.opener_id = o.bureau_id or exists (select from penalties where penalties.violation_id = v.id and penalties.state = 'due'
                and penalties.platform_id = ${platformId}::uuid and penalties.target_id = r.target_id))))
        order by s.decided_at, s.id`,
  )),
]

/** What was upheld against a target in a report, and whether it is a repetition; nothing to whoever may not read the report. */
export async function targetCase(tx: Tx, violationId: string, { kind, id }: TargetNamed): Promise<TargetCase | null> {
  const ruling = (await rulingsIn(tx, violationId)).find(({ targetId }) => targetId === id)
  if (!ruling) return null
  const [violation] = await tx
    .select({ id: violations.id, number: violations.number, bureauId: violations.bureauId })
    .from(violations)
    .where(eq(violations.id, ruling.violationId))
  const named = await nameOf(tx, { kind, id })
  if (!violation || !named) return null
  const { taxonomy } = await rulebook(tx)
  const upheld = taxonomy.filter(({ code }) => ruling.codes.includes(code))
  const target = ruling.kind === 'drama' && kind === 'episode' ? kind : ruling.kind
  const charges = chargesOn(upheld, target)
  if (!charges) return null
  const decidedAt = new Date(ruling.decidedAt)
  const earlier = await earlierOf(tx, violation.id, id, decidedAt)
  const occurrence = occurrenceOf(
    dayOf(decidedAt),
    earlier.map((one) => ({ decidedOn: dayOf(one.decidedAt), overturned: false })),
  )
  return {
    violation: { ...violation, decidedAt },
    subjectId: ruling.subjectId,
    target: { kind: target, id, ...named },
    platforms: await platformsConcerned(tx, ruling.subjectId),
    clauses: charges.clauses,
    occasion: { severity: charges.severity, occurrence, target },
    earlier,
    episodes: narrowsToEpisodes(upheld, ruling.episodes) ? ruling.episodes : [],
  }
}

const columns = {
  id: penalties.id,
  number: penalties.number,
  rung: sql<string>`${penalties.rung}`,
  parameter: penalties.parameter,
  targetKind: penalties.targetKind,
  episode: penalties.episode,
  state: penalties.state,
  startsAt: penalties.startsAt,
  endsAt: penalties.endsAt,
}
const GONE: PenaltyState[] = ['revoked', 'unmet', 'withdrawn', 'due', 'spared']

/** The measures of a platform that stand for this report and target, episodes among them: none of them can be imposed again. */
export const standing = (tx: Tx, violationId: string, targetId: string, platformId: string): Promise<Imposed[]> =>
  tx
    .select(columns)
    .from(penalties)
    .where(
      and(
        eq(penalties.violationId, violationId),
        eq(penalties.targetId, targetId),
        eq(penalties.platformId, platformId),
        notInArray(penalties.state, GONE),
      ),
    )
    .orderBy(penalties.number)

/** All measures of a platform on a target since an instant, newest first. */
export const measuresSince = (tx: Tx, targetId: string, platformId: string, since: Date): Promise<Imposed[]> =>
  tx
    .select(columns)
    .from(penalties)
    .where(
      and(
        eq(penalties.targetId, targetId),
        eq(penalties.platformId, platformId),
        gte(penalties.openedAt, since),
        isNotNull(penalties.rung),
      ),
    )
    .orderBy(desc(penalties.openedAt), desc(penalties.id))
    .limit(50)
