import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Act, advanceAll, hold, openCases, type Touched } from '@/db/act'
import { insertMany } from '@/db/many'
import { penalties, penaltyReasons, violationSubjects, violations } from '@/db/schema'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { addDays, type Day, dayOf } from '../../kernel/time'
import { rulebook } from '../../rulebook/queries'
import { guideOn, ladderOn } from '../../rulebook/rules/book'
import { takeBackRecorded } from '../../violation/commands/record'
import { severityOf } from '../../violation/rules'
import { type Occurrence, suggest } from '../rules/guide'
import { judgeMeasure, rungOrder, spell } from '../rules/measure'
import { penaltyWorkflow, type TargetKind } from '../workflow'

/** A measure that a platform has taken on its own target already; whether it still runs is read from its dates. */
export type RecordedMeasure = {
  violationId: string
  targetKind: TargetKind
  targetId: string
  episode: number | null
  targetName: string
  bureauId: string
  clauses: readonly string[]
  seenOn: Day
  rung: string
  parameter: string | null
  startsAt: Date
  endsAt: Date | null
  /** Of its work, as the finding says. */
  episodeCount: number | null
  totalSeconds: number | null
  detail?: { [name: string]: unknown }
}

/** P10 opens a proposal and P11 refers: neither is a fact that can be told afterwards. */
const LAST_RECORDED = 9

const DAYS_BEFORE = 90
const COLUMN = { account: violationSubjects.accountId, mini_program: violationSubjects.miniProgramId, drama: violationSubjects.dramaId }
const columnOf = (kind: TargetKind) => (kind === 'episode' ? 'drama' : kind)

/** Which of these had another finding about their target in the 90 days before, upheld or recorded, also where a bureau reviews it now; findings of one notice are one occurrence. */
async function repeated(act: Act, rows: readonly RecordedMeasure[]): Promise<ReadonlySet<string>> {
  const again = new Set<string>()
  // The batch is told of its violations only at the end of this act.
  const together = new Set(act.events.flatMap(({ name, subjectId }) => (name === 'violation.recorded' ? [subjectId] : [])))
  for (const [kind, these] of Map.groupBy(rows, ({ targetKind }) => columnOf(targetKind))) {
    const others = await act.tx
      .select({
        targetId: COLUMN[kind],
        violationId: violations.id,
        state: violations.state,
        outcome: violationSubjects.outcome,
        seenOn: violations.seenOn,
        decidedAt: violationSubjects.decidedAt,
        noticeId: sql<string>`notice_of(${violations.id})`,
        // Taken up or upheld since, it counts on, on its own day; dismissed, withdrawn or merged no more.
        wasRecorded: sql<boolean>`(${violations.state} = 'recorded' or (${violations.state} in ('filed', 'upheld')
          and exists (select from events e where e.subject_id = ${violations.id} and e.name = 'violation.recorded')))`,
      })
      .from(violationSubjects)
      .innerJoin(violations, eq(violations.id, violationSubjects.violationId))
      .where(inArray(COLUMN[kind], [...new Set(these.map(({ targetId }) => targetId))]))
    const of = Map.groupBy(others, ({ targetId }) => targetId)
    for (const { violationId, targetId, seenOn, detail } of these) {
      const found = (of.get(targetId) ?? []).some((other) => {
        const upheldOn = other.state === 'upheld' && other.outcome === 'upheld' && other.decidedAt ? dayOf(other.decidedAt) : null
        const on = other.wasRecorded ? other.seenOn : upheldOn
        const isOtherNotice = !together.has(other.violationId) && other.noticeId !== detail?.batchId
        return isOtherNotice && on !== null && on < seenOn && on >= addDays(seenOn, -DAYS_BEFORE)
      })
      if (found) again.add(violationId)
    }
  }
  return again
}

/**
 * Records measures that were taken, a case each, with one event each; no clock runs, and nothing follows. Refusals: not_yours,
 * not_found, rung_not_recorded, and those of a measure.
 */
export async function recordPenalties(act: Act, rows: readonly RecordedMeasure[]): Promise<Outcome<Touched[]>> {
  if (rows.length === 0) return ok([])
  const platformId = act.actor.organizationId
  const book = await rulebook(act.tx)
  for (const { rung, parameter, targetKind, startsAt } of rows) {
    if (rungOrder(rung) > LAST_RECORDED) return refuse('rung_not_recorded', { params: { rung } })
    const verdict = judgeMeasure({ rung, parameter }, targetKind, ladderOn(book, dayOf(startsAt)))
    if (!verdict.ok) return verdict
  }
  const opened = await openCases(
    act,
    penalties,
    penaltyWorkflow,
    'record',
    rows.map(({ detail, seenOn: _, episodeCount, totalSeconds, ...row }) => ({
      values: { ...row, clauses: [...row.clauses], platformId: platformId! },
      detail: {
        rung: row.rung,
        parameter: row.parameter,
        targetKind: row.targetKind,
        targetId: row.targetId,
        episode: row.episode,
        violationId: row.violationId,
        platformId,
        episodeCount,
        totalSeconds,
        ...detail,
      },
    })),
  )
  if (!opened.ok) return opened
  const again = await repeated(act, rows)
  const versions = { guideVersion: book.versions.penalty_guide, ladderVersion: book.versions.penalty_ladder }
  await insertMany(
    act.tx,
    penaltyReasons,
    rows.map(({ violationId, bureauId, clauses, targetKind, seenOn }, i) => {
      const cited = book.taxonomy.filter(({ code }) => clauses.includes(code))
      const severity = severityOf(cited, targetKind === 'episode' ? 'drama' : targetKind) ?? 1
      const occurrence: Occurrence = again.has(violationId) ? 'repeat_within_90_days' : 'first'
      const guided = suggest({ severity, occurrence, target: targetKind }, guideOn(book, seenOn)).now
      return {
        penaltyId: opened.value[i]!.id,
        platformId: platformId!,
        bureauId,
        severity,
        occurrence,
        guided: guided.map(spell).join(' '),
        ...versions,
      }
    }),
  )
  return opened
}

/**
 * Takes back recorded violations that nobody has taken up, and with them the measures that were recorded on them. Gives the ids of
 * the violations. Refusals: not_yours, not_found.
 */
export async function withdrawRecorded(act: Act, violationIds: readonly string[]): Promise<Outcome<string[]>> {
  const gone = await takeBackRecorded(act, violationIds)
  if (!gone.ok || gone.value.length === 0) return gone
  const held = await act.tx
    .select()
    .from(penalties)
    .where(and(inArray(penalties.violationId, gone.value), eq(penalties.state, 'recorded')))
    .orderBy(penalties.id)
    .for('update')
  const withdrawn = await advanceAll(act, penalties, penaltyWorkflow, 'withdraw', held, ({ rung, targetId, platformId: of }) => ({
    detail: { rung, targetId, platformId: of },
  }))
  return withdrawn.ok ? gone : withdrawn
}

/** Takes back one recorded violation, with its measures, as its reader saw it. Refusals: not_found, stale, not_yours, wrong_state. */
export async function takeBackRecord(act: Act, { id, version }: { id: string; version: number }): Promise<Outcome<Touched>> {
  const held = await hold(act, violations, id, version)
  if (!held.ok) return held
  if (held.value.state !== 'recorded') return refuse('wrong_state')
  const gone = await withdrawRecorded(act, [id])
  if (!gone.ok) return gone
  return gone.value.length > 0 ? ok({ id, number: held.value.number }) : refuse('not_found')
}
