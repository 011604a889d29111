import type { Asked, ConsultationStep } from '@/db/seed/consultations'
import type { Written } from '@/db/seed/guidance'
import { answerQuestion, askBureau, publishAnswer, withdrawQuestion } from '@/lib/consultation/commands'
import { keepGuidance, openGuidance, publishGuidance, withdrawGuidance } from '@/lib/guidance/commands/write'
import { addDays } from '@/lib/kernel/time'
import type { Scene } from './scene'

/** Tells of a notice or a call that a bureau writes itself: one hand writes, another publishes. */
export function tellGuidance(scene: Scene, written: Written) {
  const { key, kind, by, title, titleEn, body, bodyEn, source, clauses = [], closesInDays, course } = written
  scene.plan(key, scene.at(written.at), async (at) => {
    const writer = await scene.person(by)
    const { id } = await scene.act(openGuidance, writer, { kind }, at)
    scene.know(key, id)
    const words = { title, titleEn, body, bodyEn, sourceName: source, sourceUrl: null, clauses, works: '' }
    const dates = { issuedOn: null, closesOn: closesInDays ? addDays(scene.today, closesInDays) : null, batch: null, workCount: null }
    await scene.step(keepGuidance, writer, 'guidance_items', key, { ...words, ...dates }, at)
  })
  for (const told of course)
    scene.plan(key, scene.at(told.at), async (at) => {
      const actor = await scene.person(told.by)
      if (told.step === 'publish') await scene.step(publishGuidance, actor, 'guidance_items', key, {}, at)
      else await scene.step(withdrawGuidance, actor, 'guidance_items', key, { reason: told.reason }, at)
    })
}

async function happen(scene: Scene, key: string, told: ConsultationStep, at: Date): Promise<unknown> {
  const actor = await scene.person(told.by)
  if (told.step === 'withdraw') return scene.step(withdrawQuestion, actor, 'consultations', key, {}, at)
  if (told.step === 'answer') return scene.step(answerQuestion, actor, 'consultations', key, { answer: told.answer }, at)
  const { title, question, answer, clauses = [] } = told
  return scene.step(publishAnswer, actor, 'consultations', key, { title, question, answer, clauses, checked: 'on' as const }, at)
}

/** Tells of a question before filming and of what its bureau answers. */
export function tellConsultation(scene: Scene, { key, by, topic, title, question, workTitle, course, ...asked }: Asked) {
  scene.plan(key, scene.at(asked.at), async (at) => {
    const { id } = await scene.act(askBureau, await scene.person(by), { topic, title, question, workTitle: workTitle ?? null }, at)
    scene.know(key, id)
  })
  for (const told of course) scene.plan(key, scene.at(told.at), (at) => happen(scene, key, told, at))
}
