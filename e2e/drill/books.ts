import { asc, eq, sql } from 'drizzle-orm'
import type { PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '@/db/client'
import {
  announcements,
  batches,
  biweeklyReports,
  blacklistEntries,
  campaigns,
  consultations,
  eventHands,
  events,
  guidanceItems,
  inspectionPlans,
  inspectionSheets,
  members,
  organizations,
  penalties,
  registrationPlans,
  registrations,
  takedownOrders,
  violations,
  waiting,
} from '@/db/schema'
import { aboveOf } from '@/db/waits'
import { announcementWorkflow } from '@/lib/announcement/workflow'
import { batchWorkflow } from '@/lib/batch/workflow'
import { biweeklyWorkflow } from '@/lib/biweekly/workflow'
import { blacklistWorkflow } from '@/lib/blacklist/workflow'
import { campaignWorkflow } from '@/lib/campaign/workflow'
import { consultationWorkflow } from '@/lib/consultation/workflow'
import { totalDifferences } from '@/lib/figure/queries/totals'
import { guidanceWorkflow } from '@/lib/guidance/workflow'
import { planWorkflow, sheetWorkflow } from '@/lib/inspection/workflow'
import { NATIONAL_ID } from '@/lib/kernel/id'
import type { Workflow } from '@/lib/kernel/workflow'
import { memberWorkflow, organizationWorkflow } from '@/lib/organization/workflow'
import { penaltyWorkflow } from '@/lib/penalty/workflow'
import { registrationWorkflow } from '@/lib/registration/workflow'
import { takedownWorkflow } from '@/lib/takedown/workflow'
import { violationWorkflow } from '@/lib/violation/workflow'

type Case = Record<string, unknown> & { id: string; number: string | null; state: string; escalatedAt: Date | null }
type Told = { name: string }
const NOUNS: [Workflow, PgTable][] = [
  [organizationWorkflow, organizations],
  [memberWorkflow, members],
  [registrationWorkflow, registrations],
  [violationWorkflow, violations],
  [blacklistWorkflow, blacklistEntries],
  [takedownWorkflow, takedownOrders],
  [penaltyWorkflow, penalties],
  [guidanceWorkflow, guidanceItems],
  [consultationWorkflow, consultations],
  [campaignWorkflow, campaigns],
  [planWorkflow, inspectionPlans],
  [sheetWorkflow, inspectionSheets],
  [announcementWorkflow, announcements],
  [biweeklyWorkflow, biweeklyReports],
  [batchWorkflow, batches],
]
/** Their numbers run through the years on a sequence, which may skip. */
const SEQUENCES = ['JB']

/** The state to which the events of a case lead; nothing where they contradict the workflow. */
function retold({ noun, openings, steps, drafts = [] }: Workflow, row: Case, told: Told[]): string | undefined {
  const names = told.map(({ name }) => name.slice(noun.length + 1))
  const opening = Object.values(openings).find(({ event, to }) => event === names[0] && !drafts.includes(to))
  let state: string | undefined = opening?.to ?? drafts[0]
  for (const name of opening ? names.slice(1) : names) {
    const step = Object.values(steps).find(({ event, from }) => event === name && from.includes(state!))
    if (!step) return
    state = typeof step.to === 'string' ? step.to : step.to.heldIn === 'state' ? state : String(row[step.to.heldIn])
  }
  return state
}

/** The organizations for which a case waits as it stands. */
function waitedFor({ waits }: Workflow, row: Case): string[] {
  const wait = waits?.[row.state]
  if (!wait || (wait.when && !wait.when.is.includes(String(row[wait.when.column])))) return []
  const held = [wait.of ? row[wait.of] : NATIONAL_ID].flat() as string[]
  const above = row.escalatedAt && held[0] ? aboveOf(wait, row, held[0]) : null
  return [...new Set([...held, ...(above ? [above] : [])])].sort()
}

const grouped = <T>(rows: readonly T[], by: (row: T) => string) => {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(by(row))
    if (group) group.push(row)
    else groups.set(by(row), [row])
  }
  return groups
}

/** Series that a case of the drill is numbered in and that count without gaps. */
const GAPLESS = ['BA', 'HM', 'XJ', 'CF', 'JG']

/** Numbers that were drawn twice, left out, or never came to a case. */
async function countersOff(owner: Db, numbers: string[]): Promise<string[]> {
  const series = grouped(numbers, (number) => number.slice(0, 7))
  const counters = await owner.execute<{ series: string; last: number }>(
    sql`select prefix || '-' || year as series, last from case_counters`,
  )
  const off = counters.filter(({ series: name, last }) => {
    if (!GAPLESS.includes(name.slice(0, 2))) return false
    const drawn = (series.get(name) ?? []).map((number) => Number(number.slice(8))).sort((a, b) => a - b)
    return drawn.length !== last || drawn.some((n, i) => n !== i + 1)
  })
  const unkept = [...series.keys()].filter(
    (name) => !SEQUENCES.includes(name.slice(0, 2)) && counters.every((counter) => counter.series !== name),
  )
  return [...off.map(({ series: name }) => name), ...unkept].map((name) => `the numbers of ${name} have gaps`)
}

/** Listed entries that lack the order of an admitted platform. */
const ordersLacking = (owner: Db) =>
  owner.execute<{ entry: string; platform: string }>(sql`
    select e.number as entry, p.short_name as platform from blacklist_entries e cross join organizations p
    where e.state = 'listed' and p.kind = 'platform' and p.state = 'accepted'
      and (select count(*) from takedown_orders o where o.entry_id = e.id and o.platform_id = p.id) <> 1`)

/** Official numbers of the bureaus: as many as their counters say. */
const issuersOff = (owner: Db) =>
  owner.execute<{ issuer: string }>(sql`
    select issuer from official_counters group by issuer
    having sum(last) <> (select count(*) from registrations where class = 2 and official_number like '%' || issuer || '%')`)

/**
 * Everything that an act would have left by half, in words; empty where the books agree: every case with the events that led
 * to its state, every event with its case and its hand, what waits where its state waits, orders complete, numbers without gaps, totals as counted.
 */
export async function contradictions(owner: Db): Promise<string[]> {
  const told = grouped(
    await owner.select({ name: events.name, noun: events.noun, subjectId: events.subjectId }).from(events).orderBy(asc(events.seq)),
    ({ subjectId }) => subjectId,
  )
  const waits = grouped(
    await owner.select({ subjectId: waiting.subjectId, organizationId: waiting.organizationId, number: waiting.number }).from(waiting),
    ({ subjectId }) => subjectId,
  )
  // Which platforms have still to answer an offer stands beside it.
  const asked = grouped(
    await owner.select().from(registrationPlans).where(eq(registrationPlans.pending, true)),
    ({ registrationId }) => registrationId,
  )
  const wrong: string[] = []
  const numbers: string[] = []
  for (const [workflow, table] of NOUNS) {
    const rows = (await owner.select().from(table)) as Case[]
    const known = new Set(rows.map(({ id }) => id))
    for (const [subjectId, [first]] of told)
      if (first?.noun === workflow.noun && !known.has(subjectId)) wrong.push(`${first.name} has no case`)
    for (const kept of rows) {
      const row: Case = { ...kept, pendingPlatformIds: (asked.get(kept.id) ?? []).map(({ platformId }) => platformId) }
      const name = `${workflow.noun} ${row.number ?? row.id}`
      const draft = workflow.drafts?.includes(row.state) ?? false
      if (retold(workflow, row, told.get(row.id) ?? []) !== row.state) wrong.push(`${name} is ${row.state}, not by its events`)
      if (workflow.prefix && (row.number === null) !== draft) wrong.push(`${name} has no number, or too early`)
      const found = (waits.get(row.id) ?? []).map(({ organizationId }) => organizationId).sort()
      if (String(found) !== String(waitedFor(workflow, row))) wrong.push(`${name} is ${row.state} and waits for ${found.length}`)
      if (waits.get(row.id)?.some(({ number }) => number !== row.number)) wrong.push(`${name} waits under another number`)
      if (row.number) numbers.push(row.number)
    }
  }
  const [{ hands, all }] = (await owner.execute<{ hands: number; all: number }>(
    sql`select (select count(*)::int from ${eventHands} h join ${events} e on e.id = h.event_id) as hands, (select count(*)::int from ${events}) as all`,
  )) as unknown as [{ hands: number; all: number }]
  if (hands !== all) wrong.push(`${all} events have ${hands} hands`)
  for (const { entry, platform } of await ordersLacking(owner)) wrong.push(`${entry} is listed, and ${platform} has no order`)
  for (const { issuer } of await issuersOff(owner)) wrong.push(`the official numbers of ${issuer} have gaps`)
  for (const { measure, week, part, kept, counted } of await totalDifferences(owner))
    wrong.push(`the total ${measure} ${part} of ${week} is ${kept}, and there are ${counted}`)
  return [...wrong, ...(await countersOff(owner, numbers))]
}
