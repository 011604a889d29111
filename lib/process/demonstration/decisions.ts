import { and, desc, eq } from 'drizzle-orm'
import { organizations, penalties, penaltyReasons } from '@/db/schema'
import { type Decided, decisions, type Followed } from '@/db/seed/decisions'
import { measures } from '@/db/seed/measures'
import { platforms } from '@/db/seed/people'
import type { Report } from '@/db/seed/reports'
import type { When } from '@/db/seed/when'
import { read } from '@/db/transaction'
import { clock } from '@/lib/kernel/actor'
import { addHours } from '@/lib/kernel/time'
import { hardenSuspension, imposePenalty, spareTarget } from '@/lib/penalty/commands/decide'
import { acknowledgeReferral, concludeReferral, liftPenalty } from '@/lib/penalty/commands/end'
import { targetCase } from '@/lib/penalty/queries/occasion'
import { PROPOSAL, unspell } from '@/lib/penalty/rules/measure'
import { tellMending } from './measures'
import type { Scene } from './scene'

/** At severity 4 within the hour; else in the morning of the next working day, and four later where guidance was not mended; today's still wait. */
const AT_ONCE = 1
const MORNINGS = [
  { days: 1, time: '10:20' },
  { days: 5, time: '10:50' },
] as const
const morningAfter = (ruled: string, { days, time }: (typeof MORNINGS)[number]) => `${Number.parseInt(ruled, 10) - days}d ${time}` as When
const PROPOSED = '已由他方提请列入黑名单，不重复提请。'

const dueOn = ({ on, known }: Scene, report: string) =>
  read(on, clock, (tx) =>
    tx
      .select({ penalty: penalties, guided: penaltyReasons.guided, severity: penaltyReasons.severity, code: organizations.code })
      .from(penalties)
      .innerJoin(penaltyReasons, eq(penaltyReasons.penaltyId, penalties.id))
      .innerJoin(organizations, eq(organizations.id, penalties.platformId))
      .where(and(eq(penalties.violationId, known(report)), eq(penalties.state, 'due')))
      .orderBy(penalties.number),
  )
type Due = Awaited<ReturnType<typeof dueOn>>[number]

/** The guide's rows, of those to choose from the first. */
function guidedRows({ guided }: Due, { proposes }: Partial<Decided>) {
  const rows = guided.split(' ').map(unspell)
  const choice = rows.find(({ mandatory }) => !mandatory)
  return rows.filter((row) => (row.mandatory || row === choice) && (proposes || row.rung !== PROPOSAL))
}

async function decide(scene: Scene, due: Due, decided: Partial<Decided>, at: Date) {
  const { penalty } = due
  const actor = await scene.person(platforms.find(({ code }) => code === due.code)!.contact.name)
  if (decided.spare) {
    scene.know(penalty.id, penalty.id)
    return scene.step(spareTarget, actor, 'penalties', penalty.id, { reason: decided.spare }, at)
  }
  const found = await read(scene.on, clock, (tx) =>
    targetCase(tx, penalty.violationId, { kind: decided.episodes ? 'episode' : penalty.targetKind, id: penalty.targetId }),
  )
  const isKept = decided.episodes === true && found !== null && found.episodes.length > 0
  const rows = isKept ? ['P2', 'P1:72'].map(unspell) : guidedRows(due, decided)
  const isGuided = isKept || rows.length === guidedRows(due, { proposes: true }).length
  const chosen = {
    rungs: rows.map(({ rung }) => rung),
    parameters: Object.fromEntries(rows.flatMap(({ rung, parameter }) => (parameter ? [[rung, parameter]] : []))),
    startsAt: null,
    reason: isGuided ? null : PROPOSED,
    asks: null,
  }
  const { violationId, targetId } = penalty
  const target = {
    violationId,
    targetId,
    targetKind: isKept ? ('episode' as const) : penalty.targetKind,
    episodes: isKept ? found.episodes : [],
  }
  return scene.act(imposePenalty, actor, { ...target, ...chosen }, at)
}

async function settle(scene: Scene, report: string, decided: Partial<Decided>, at: Date, urgent: boolean) {
  for (const due of await dueOn(scene, report)) if (!urgent || due.severity === 4) await decide(scene, due, decided, at)
}

/** The cases of a rung by this report, the latest first. */
const casesOf = ({ on, known }: Scene, report: string, rung: string) =>
  read(on, clock, (tx) =>
    tx
      .select({ id: penalties.id })
      .from(penalties)
      .where(and(eq(penalties.violationId, known(report)), eq(penalties.rung, rung)))
      .orderBy(desc(penalties.openedAt)),
  )

async function follow(scene: Scene, report: string, step: Exclude<Followed, { step: 'mend' }>, at: Date) {
  const actor = await scene.person(step.by)
  const rung = step.step === 'lift' ? step.rung : step.step === 'harden' ? 'P8' : 'P11'
  for (const { id } of await casesOf(scene, report, rung)) {
    scene.know(id, id)
    if (step.step === 'lift') await scene.step(liftPenalty, actor, 'penalties', id, { shown: step.shown }, at)
    if (step.step === 'harden') await scene.step(hardenSuspension, actor, 'penalties', id, { reason: step.reason }, at)
    if (step.step === 'acknowledge') await scene.step(acknowledgeReferral, actor, 'penalties', id, { note: step.note }, at)
    if (step.step === 'conclude') await scene.step(concludeReferral, actor, 'penalties', id, { result: step.result }, at)
  }
}

/** Tells what platforms decided about the works and mini-programs of an upheld report, and what came after. */
export function tellDecisions(scene: Scene, { key, course }: Report) {
  const ruled = course.find(({ step }) => step === 'uphold')
  const decided: Partial<Decided> = decisions.find(({ report }) => report === key) ?? {}
  if (!ruled || decided.left || measures.some(({ report }) => report === key)) return
  const needs = [`${key} upheld`]
  scene.plan(`${key} decisions`, addHours(scene.at(ruled.at), AT_ONCE), (then) => settle(scene, key, decided, then, true), { needs })
  for (const morning of MORNINGS) {
    const when = morningAfter(ruled.at, morning)
    if (Number.parseInt(when, 10) < 1 || scene.at(when) >= scene.now) continue
    scene.plan(`${key} decisions`, scene.at(when), (then) => settle(scene, key, decided, then, false), { needs })
  }
  for (const step of decided.followed ?? []) {
    if (step.step === 'mend') {
      const accepted = addHours(scene.at(morningAfter(ruled.at, MORNINGS[0])), step.after)
      tellMending(scene, key, { ...step, handedIn: addHours(accepted, -2), accepted })
    } else scene.plan(`${key} followed`, scene.at(step.at), (then) => follow(scene, key, step, then), { needs })
  }
}
