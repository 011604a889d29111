import { and, desc, eq } from 'drizzle-orm'
import { penalties, rectifications } from '@/db/schema'
import type { MeasureStep, measures } from '@/db/seed/measures'
import { read } from '@/db/transaction'
import { clock } from '@/lib/kernel/actor'
import { addHours } from '@/lib/kernel/time'
import { imposePenalty } from '@/lib/penalty/commands/decide'
import { revokePenalty } from '@/lib/penalty/commands/end'
import { handIn } from '@/lib/rectification/commands/hand-in'
import { acceptRectification } from '@/lib/rectification/commands/rule'
import { accountOf } from './reports'
import type { Scene } from './scene'

type Decided = (typeof measures)[number]
const HANDED_IN_BEFORE = 2

/** Lets the scene know the case of a rung of this report, and gives the key by which it does. */
async function rungOf(scene: Scene, report: string, rung: string): Promise<string> {
  const isRung = and(eq(penalties.violationId, scene.known(report)), eq(penalties.rung, rung))
  const [row] = await read(scene.on, clock, (tx) =>
    tx.select({ id: penalties.id }).from(penalties).where(isRung).orderBy(desc(penalties.openedAt)).limit(1),
  )
  const key = `${report} ${rung}`
  scene.know(key, row!.id)
  return key
}

/** Lets the scene know what has to be mended by this report. */
async function rectificationOf(scene: Scene, report: string): Promise<string> {
  const [row] = await read(scene.on, clock, (tx) =>
    tx
      .select({ id: rectifications.id })
      .from(rectifications)
      .where(eq(rectifications.violationId, scene.known(report))),
  )
  const key = `${report} mending`
  scene.know(key, row!.id)
  return key
}

type Mending = { by: string; hands: string; note: string; handedIn: Date; accepted: Date; replaced?: readonly number[] }
/** What was asked for is handed in by one and accepted by another. */
export function tellMending(scene: Scene, report: string, { by, hands, note, handedIn, accepted, replaced = [] }: Mending) {
  const needs = [`${report} upheld`]
  const step = async <I extends object, T, C extends string>(
    command: Parameters<typeof scene.step<I, T, C>>[0],
    name: string,
    input: I,
    at: Date,
  ) => scene.step(command, await scene.person(name), 'rectifications', await rectificationOf(scene, report), input, at)
  scene.plan(`${report} mending`, handedIn, (at) => step(handIn, hands, { account: note, replacedEpisodes: [...replaced] }, at), { needs })
  scene.plan(`${report} mending`, accepted, (at) => step(acceptRectification, by, { note }, at), { needs })
}

async function happen(scene: Scene, report: string, step: Exclude<MeasureStep, { step: 'mend' }>, at: Date): Promise<unknown> {
  const { act } = scene
  const actor = await scene.person(step.by)
  if (step.step === 'impose') {
    const target = { targetKind: 'account' as const, targetId: await accountOf(scene, report), episodes: [] }
    const chosen = {
      rungs: Object.keys(step.rungs),
      parameters: { ...step.rungs },
      startsAt: null,
      reason: step.reason ?? null,
      asks: null,
    }
    return act(imposePenalty, actor, { violationId: scene.known(report), ...target, ...chosen }, at)
  }
  return scene.step(revokePenalty, actor, 'penalties', await rungOf(scene, report, step.rung), { reason: step.reason }, at)
}

/** Tells what a platform decided about the account of an upheld report. */
export function tellMeasures(scene: Scene, { report, course }: Decided) {
  const needs = [`${report} upheld`]
  let asked = new Date(0)
  for (const step of course) {
    if (step.step === 'mend') {
      const at = addHours(asked, step.after)
      tellMending(scene, report, { ...step, handedIn: addHours(at, -HANDED_IN_BEFORE), accepted: at })
      continue
    }
    const at = scene.at(step.at)
    if (step.step === 'impose') asked = at
    scene.plan(`${report} measures`, at, (then) => happen(scene, report, step, then), { needs })
  }
}
