import { and, desc, eq } from 'drizzle-orm'
import { read } from '@/db/act'
import { penalties } from '@/db/schema'
import type { MeasureStep, measures } from '@/db/seed/measures'
import { clock } from '@/lib/kernel/actor'
import { failGuidance, imposePenalty } from '@/lib/penalty/commands/decide'
import { meetGuidance, revokePenalty } from '@/lib/penalty/commands/end'
import { GUIDANCE } from '@/lib/penalty/rules/measure'
import { accountOf } from './reports'
import type { Scene } from './scene'

type Decided = (typeof measures)[number]

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

async function happen(scene: Scene, report: string, step: MeasureStep, at: Date): Promise<unknown> {
  const { act } = scene
  const actor = await scene.person(step.by)
  const chosen = (rungs: Readonly<Record<string, string>>, reason?: string) => ({
    rungs: Object.keys(rungs),
    parameters: { ...rungs },
    startsAt: null,
    reason: reason ?? null,
  })
  if (step.step === 'impose')
    return act(
      imposePenalty,
      actor,
      { violationId: scene.known(report), accountId: await accountOf(scene, report), ...chosen(step.rungs, step.reason) },
      at,
    )
  const rung = await rungOf(scene, report, step.step === 'revoke' ? step.rung : GUIDANCE)
  if (step.step === 'meet') return scene.step(meetGuidance, actor, 'penalties', rung, { note: step.note }, at)
  if (step.step === 'revoke') return scene.step(revokePenalty, actor, 'penalties', rung, { reason: step.reason }, at)
  return scene.step(failGuidance, actor, 'penalties', rung, chosen(step.rungs, step.reason), at)
}

/** Tells what a platform decided about the account of an upheld report. */
export function tellMeasures(scene: Scene, { report, course }: Decided) {
  for (const step of course)
    scene.plan(`${report} measures`, scene.at(step.at), (at) => happen(scene, report, step, at), { needs: [`${report} upheld`] })
}
