import { and, desc, eq } from 'drizzle-orm'
import { read } from '@/db/act'
import { penalties, rectifications } from '@/db/schema'
import type { MeasureStep, measures } from '@/db/seed/measures'
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

/** Lets the scene know what this report's account has to mend. */
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

async function happen(scene: Scene, report: string, step: MeasureStep, at: Date): Promise<unknown> {
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
  if (step.step === 'mend')
    return scene.step(acceptRectification, actor, 'rectifications', await rectificationOf(scene, report), { note: step.note }, at)
  return scene.step(revokePenalty, actor, 'penalties', await rungOf(scene, report, step.rung), { reason: step.reason }, at)
}

/** Tells what a platform decided about the account of an upheld report. */
export function tellMeasures(scene: Scene, { report, course }: Decided) {
  const needs = [`${report} upheld`]
  for (const step of course) {
    const at = scene.at(step.at)
    if (step.step === 'mend')
      scene.plan(
        `${report} handed in`,
        addHours(at, -HANDED_IN_BEFORE),
        async (then) =>
          scene.step(
            handIn,
            await scene.person(step.hands),
            'rectifications',
            await rectificationOf(scene, report),
            { account: step.note, replacedEpisodes: [] },
            then,
          ),
        { needs },
      )
    scene.plan(`${report} measures`, at, (then) => happen(scene, report, step, then), { needs })
  }
}
