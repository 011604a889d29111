import { and, asc, isNotNull, lte } from 'drizzle-orm'
import { type Act, escalate, hold } from '@/db/act'
import { type Db, db } from '@/db/client'
import { blacklistEntries, consultations, organizations, registrations, takedownOrders, violations, waiting } from '@/db/schema'
import { publishAnnouncement } from '../announcement/commands/publish'
import { announcementsToPublish } from '../announcement/queries'
import { callReport } from '../biweekly/commands/call'
import { reportsToCall } from '../biweekly/queries/owed'
import { holdEntry } from '../blacklist/commands/hold'
import { blacklistWorkflow } from '../blacklist/workflow'
import { consultationWorkflow } from '../consultation/workflow'
import { clock } from '../kernel/actor'
import { tellWaiting } from '../notice/commands/tell'
import { organizationWorkflow } from '../organization/workflow'
import { beginReturned, escalateDecision, expirePenalty } from '../penalty/commands/end'
import { penaltiesRunOut } from '../penalty/queries/lists'
import { worksReturned } from '../penalty/queries/removal'
import { type Command, look, perform } from '../perform'
import { escalateUnruled, refuseUnmended } from '../rectification/commands/end'
import { rectificationsRunOut } from '../rectification/queries/lists'
import { holdFiling } from '../registration/commands/hold'
import { registrationWorkflow } from '../registration/workflow'
import { takedownWorkflow } from '../takedown/workflow'
import { violationWorkflow } from '../violation/workflow'
import { inspectDaily } from './inspection'

const BATCH = 100
type Passed = Command<string, unknown, string>

/** What the clock does to a case whose deadline has passed, by noun. */
const passed: Record<string, Passed> = {
  organization: async (act, id) => {
    const held = await hold(act, organizations, id)
    return held.ok ? escalate(act, organizations, organizationWorkflow, 'escalate', held.value) : held
  },
  registration: async (act, id) => {
    const held = await holdFiling(act, id)
    return held.ok ? escalate(act, registrations, registrationWorkflow, 'escalate', held.value) : held
  },
  violation: async (act, id) => {
    const held = await hold(act, violations, id)
    return held.ok ? escalate(act, violations, violationWorkflow, 'escalate', { ...held.value, filerId: null }) : held
  },
  blacklist: async (act, id) => {
    const held = await holdEntry(act, id)
    return held.ok ? escalate(act, blacklistEntries, blacklistWorkflow, 'escalate', held.value) : held
  },
  consultation: async (act, id) => {
    const held = await hold(act, consultations, id)
    return held.ok ? escalate(act, consultations, consultationWorkflow, 'escalate', held.value) : held
  },
  rectification: escalateUnruled,
  penalty: escalateDecision,
  takedown: async (act: Act, id) => {
    const held = await hold(act, takedownOrders, id)
    return held.ok ? escalate(act, takedownOrders, takedownWorkflow, 'escalate', held.value) : held
  },
}

/** Whatever has waited past its deadline is escalated, once, each in an act of its own; several workers may do so at the same time. */
export async function escalateOverdue(on: Db = db(), at?: Date) {
  const overdue = await look(
    clock,
    (tx, now) =>
      tx
        .select({ noun: waiting.noun, id: waiting.subjectId })
        .from(waiting)
        .where(and(isNotNull(waiting.escalatesTo), lte(waiting.dueAt, (at ?? now).toISOString())))
        .orderBy(asc(waiting.dueAt))
        .limit(BATCH),
    on,
  )
  const faults: unknown[] = []
  for (const { noun, id } of overdue) {
    const command = passed[noun]
    if (!command) faults.push(new Error(`the clock does not know ${noun}`))
    else await perform(command, clock, id, { on, at }).catch((fault) => faults.push(fault))
  }
  // One case that fails does not hold up the others; the round still counts as failed.
  if (faults.length) throw new AggregateError(faults, `${faults.length} of ${overdue.length} overdue cases were not escalated`)
}

/** Measures of some days that have run out end by themselves, once, each in an act of its own. */
export async function endPenalties(on: Db = db(), at?: Date) {
  const over = await look(clock, (tx, now) => penaltiesRunOut(tx, at ?? now), on)
  const faults: unknown[] = []
  for (const id of over) await perform(expirePenalty, clock, id, { on, at }).catch((fault) => faults.push(fault))
  if (faults.length) throw new AggregateError(faults, `${faults.length} of ${over.length} penalties that have run out were not ended`)
}

/** Limits of traffic begin where a removal that was only recorded is over by its date, each work in an act of its own. */
export async function beginLimitsOfReturned(on: Db = db(), at?: Date) {
  const returned = await look(clock, (tx, now) => worksReturned(tx, at ?? now), on)
  const faults: unknown[] = []
  for (const place of returned) await perform(beginReturned, clock, place, { on, at }).catch((fault) => faults.push(fault))
  if (faults.length)
    throw new AggregateError(faults, `the limits of ${faults.length} of ${returned.length} works that are back were not begun`)
}

/** What nobody mended by its deadline is refused, once, each in an act of its own. */
export async function refuseRectifications(on: Db = db(), at?: Date) {
  const over = await look(clock, (tx, now) => rectificationsRunOut(tx, at ?? now), on)
  const faults: unknown[] = []
  for (const id of over) await perform(refuseUnmended, clock, id, { on, at }).catch((fault) => faults.push(fault))
  if (faults.length) throw new AggregateError(faults, `${faults.length} of ${over.length} rectifications that ran out were not refused`)
}

/** Every report that is owed for a period that has ended is called, once, each in an act of its own; what was missed is caught up. */
export async function callReports(on: Db = db(), at?: Date) {
  const owed = await look(clock, (tx, now) => reportsToCall(tx, at ?? now), on)
  const faults: unknown[] = []
  for (const { filerId, period } of owed)
    await perform(callReport, clock, { filerId, from: period.from }, { on, at }).catch((fault) => faults.push(fault))
  if (faults.length) throw new AggregateError(faults, `${faults.length} of ${owed.length} reports were not called`)
}

/** Announcements whose time has come are published, once, each in an act of its own. */
export async function publishScheduled(on: Db = db(), at?: Date) {
  const ready = await look(clock, (tx, now) => announcementsToPublish(tx, at ?? now), on)
  const faults: unknown[] = []
  for (const id of ready) await perform(publishAnnouncement, clock, id, { on, at }).catch((fault) => faults.push(fault))
  if (faults.length) throw new AggregateError(faults, `${faults.length} of ${ready.length} announcements were not published`)
}

/** Those for whom something waits are told that it is due soon, or overdue, each case in an act of its own. */
export async function tellDeadlines(on: Db = db(), at?: Date) {
  const due = await look(
    clock,
    (tx, now) =>
      tx
        .select({ subjectId: waiting.subjectId, organizationId: waiting.organizationId })
        .from(waiting)
        .where(lte(waiting.tellsAt, at ?? now))
        .orderBy(asc(waiting.tellsAt))
        .limit(BATCH),
    on,
  )
  const faults: unknown[] = []
  for (const one of due) await perform(tellWaiting, clock, one, { on, at }).catch((fault) => faults.push(fault))
  if (faults.length) throw new AggregateError(faults, `of ${faults.length} of ${due.length} deadlines nobody was told`)
}

/** What is done by the clock alone, round by round; one kind of work that fails does not hold up the other. `at`: when history is made. */
export async function strike(on: Db = db(), at?: Date) {
  const done = await Promise.allSettled([
    escalateOverdue(on, at),
    endPenalties(on, at),
    beginLimitsOfReturned(on, at),
    refuseRectifications(on, at),
    callReports(on, at),
    inspectDaily(on, at),
    publishScheduled(on, at),
    tellDeadlines(on, at),
  ])
  const faults = done.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []))
  if (faults.length) throw new AggregateError(faults, 'a round of the clock failed in part')
}
