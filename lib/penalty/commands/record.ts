import { and, eq, inArray, sql } from 'drizzle-orm'
import { type Act, advanceAll, hold, openCases, type Touched } from '@/db/act'
import { insertMany } from '@/db/many'
import { penalties, penaltyReasons, violations } from '@/db/schema'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { type Day, dayOf } from '../../kernel/time'
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
  detail?: { [name: string]: unknown }
}

/** P10 opens a proposal and P11 refers: neither is a fact that can be told afterwards. */
const LAST_RECORDED = 9

/** Which of these targets had another finding in the 90 days before, upheld or recorded. */
async function repeated(act: Act, rows: readonly RecordedMeasure[]): Promise<ReadonlySet<string>> {
  const given = JSON.stringify(rows.map(({ violationId, targetId, seenOn }) => ({ violation: violationId, target: targetId, day: seenOn })))
  const found = await act.tx.execute<{ violation: string }>(sql`
    select distinct g.violation from json_to_recordset(${given}::json) as g(violation uuid, target uuid, day date)
    join violation_subjects s on s.violation_id <> g.violation and (s.drama_id = g.target or s.mini_program_id = g.target or s.account_id = g.target)
    join violations v on v.id = s.violation_id
    where (v.state = 'upheld' and s.outcome = 'upheld' and (s.decided_at at time zone 'Asia/Shanghai')::date between g.day - 90 and g.day - 1)
      or (v.state = 'recorded' and v.seen_on between g.day - 90 and g.day - 1)`)
  return new Set(found.map(({ violation }) => violation))
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
    rows.map(({ detail, seenOn: _, ...row }) => ({
      values: { ...row, clauses: [...row.clauses], platformId: platformId! },
      detail: {
        rung: row.rung,
        parameter: row.parameter,
        targetKind: row.targetKind,
        targetId: row.targetId,
        episode: row.episode,
        violationId: row.violationId,
        platformId,
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
  const withdrawn = await advanceAll(act, penalties, penaltyWorkflow, 'withdraw', held)
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
