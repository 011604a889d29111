import type { SeededAnnouncement } from '@/db/seed/announcements'
import { approveAnnouncement, proposeAnnouncement } from '@/lib/announcement/commands/decide'
import { openAnnouncement } from '@/lib/announcement/commands/open'
import { addFigure, writeAnnouncement } from '@/lib/announcement/commands/write'
import type { Announced } from '@/lib/announcement/rules'
import { addDays, addHours, dayOf } from '@/lib/kernel/time'
import type { Scene } from './scene'

const keyOf = (key: string) => `announcement ${key}`

/** An announcement from its draft to where it stands; the clock publishes it. */
export function tellAnnouncement(scene: Scene, told: SeededAnnouncement) {
  const key = keyOf(told.key)
  const { written, proposed, approved, correctionOf } = told
  scene.plan(key, scene.at(written.at), async (at) => {
    const author = await scene.person(written.by)
    const opened = await scene.act(
      openAnnouncement,
      author,
      correctionOf ? { kind: 'correction' as const, ofId: scene.known(keyOf(correctionOf)) } : { kind: 'announcement' as const },
      at,
    )
    scene.know(key, opened.id)
    const toOn = dayOf(at)
    for (const { figure, days } of told.figures)
      await scene.step(
        addFigure,
        author,
        'announcements',
        key,
        { figure: figure as Announced, fromOn: addDays(toOn, -days), toOn, rung: null },
        at,
      )
    return scene.step(
      writeAnnouncement,
      author,
      'announcements',
      key,
      { title: told.title, body: told.body, scheduledAt: addHours(at, 24) },
      at,
    )
  })
  if (proposed)
    scene.plan(key, scene.at(proposed.at), async (at) =>
      scene.step(proposeAnnouncement, await scene.person(proposed.by), 'announcements', key, { last: told.last ?? null }, at),
    )
  if (approved)
    scene.plan(key, scene.at(approved.at), async (at) =>
      scene.step(approveAnnouncement, await scene.person(approved.by), 'announcements', key, { checked: 'on' as const }, at),
    )
}
