import { eq } from 'drizzle-orm'
import { rectifications, violationSubjects } from '@/db/schema'
import type { Mending, MendingStep } from '@/db/seed/rectifications'
import { read } from '@/db/transaction'
import { clock } from '@/lib/kernel/actor'
import { addHours } from '@/lib/kernel/time'
import { attachFile } from '@/lib/rectification/commands/files'
import { handIn } from '@/lib/rectification/commands/hand-in'
import { orderOnReport } from '@/lib/rectification/commands/order'
import { acceptRectification, extendRectification, returnRectification } from '@/lib/rectification/commands/rule'
import { evidenceFile, store } from './evidence/files'
import type { Scene } from './scene'

const keyOf = (report: string) => `${report} mending`

async function mendingOf(scene: Scene, report: string) {
  const [row] = await read(scene.on, clock, (tx) =>
    tx
      .select({ id: rectifications.id })
      .from(rectifications)
      .where(eq(rectifications.violationId, scene.known(report))),
  )
  scene.know(keyOf(report), row!.id)
  return row!.id
}

async function order(scene: Scene, { report, ordered }: Mending, at: Date) {
  const { by, hours, tasks } = ordered!
  const [subject] = await read(scene.on, clock, (tx) =>
    tx
      .select({ id: violationSubjects.id })
      .from(violationSubjects)
      .where(eq(violationSubjects.violationId, scene.known(report))),
  )
  const asked = { violationSubjectId: subject!.id, platformId: null, hours }
  const places = tasks.map(({ episode = null, startSecond = null, endSecond = null, ...task }) => ({
    ...task,
    episode,
    startSecond,
    endSecond,
  }))
  return scene.act(orderOnReport, await scene.person(by), { ...asked, tasks: places }, at)
}

async function happen(scene: Scene, report: string, told: MendingStep, at: Date): Promise<unknown> {
  const rectificationId = await mendingOf(scene, report)
  const actor = await scene.person(told.by)
  const [table, key] = ['rectifications' as const, keyOf(report)]
  switch (told.step) {
    case 'attach': {
      const { directory } = scene
      const stored = await store(evidenceFile(told.file, key), directory)
      return scene.act(attachFile, actor, { rectificationId, name: told.file, stored, directory }, at)
    }
    case 'hand_in':
      return scene.step(handIn, actor, table, key, { account: told.account, replacedEpisodes: [...(told.replaced ?? [])] }, at)
    case 'return':
      return scene.step(returnRectification, actor, table, key, { reasons: told.reasons, note: told.note ?? null }, at)
    case 'accept':
      return scene.step(acceptRectification, actor, table, key, { note: told.note ?? null }, at)
    case 'extend':
      return scene.step(extendRectification, actor, table, key, { reason: told.reason }, at)
  }
}

/** Tells how what was upheld against a work was mended. */
export function tellRectification(scene: Scene, mending: Mending) {
  const { report, since, ordered, course } = mending
  const [start, needs] = [scene.at(since), [`${report} upheld`]]
  if (ordered) scene.plan(keyOf(report), start, (at) => order(scene, mending, at), { needs })
  for (const told of course)
    scene.plan(keyOf(report), 'at' in told ? scene.at(told.at) : addHours(start, told.after), (at) => happen(scene, report, told, at), {
      needs,
    })
}
