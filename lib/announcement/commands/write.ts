import { and, eq } from 'drizzle-orm'
import { type Act, advance, amend, discard, hold, writtenIn } from '@/db/act'
import { announcementFigures, announcements } from '@/db/schema'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { judge, mayAmend, type StepRefusal } from '../../kernel/workflow'
import type { AddFigure, Draft, DropFigure, Withdraw, Write } from '../input'
import { definitionOf, figureKeys } from '../rules'
import { announcementWorkflow } from '../workflow'
import { proposeAnnouncement } from './decide'
import { issuerOf } from './open'

type Announcement = typeof announcements.$inferSelect
const MOST_FIGURES = 20

async function holdDraft(act: Act, id: string, version: number): Promise<Outcome<Announcement, StepRefusal | 'stale'>> {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = mayAmend(announcementWorkflow, held.value, act.actor)
  return may.ok ? held : may
}

/** Whoever changes the draft has written in it, whatever another does after. */
const writeIn = (act: Act, draft: Announcement, content: Partial<Omit<Write, 'id' | 'version'>> = {}) =>
  amend(act, announcements, announcementWorkflow, draft, { ...content, ...writtenIn(act, draft) })

/**
 * Writes a draft; whoever sends the text as it stands there has not written in it. A figure stands in the text alone: what a title says
 * is read in lists and feeds. Refusals: not_found, stale, not_yours, wrong_state, figure_in_title.
 */
export async function writeAnnouncement(act: Act, { id, version, ...content }: Write) {
  const held = await holdDraft(act, id, version)
  if (!held.ok) return held
  if (figureKeys(content.title).length > 0) return refuse('figure_in_title', { field: 'title' })
  const { title, body, scheduledAt } = held.value
  const isAsItStands = content.title === title && content.body === body && content.scheduledAt?.getTime() === scheduledAt?.getTime()
  return isAsItStands ? ok({ id, version }) : writeIn(act, held.value, content)
}

/** Chooses a figure from the record. Refusals: not_found, stale, not_yours, wrong_state, too_many_figures, ends_before_it_begins. */
export async function addFigure(act: Act, { id, version, ...chosen }: AddFigure) {
  const held = await holdDraft(act, id, version)
  if (!held.ok) return held
  if (chosen.fromOn && chosen.toOn && chosen.toOn < chosen.fromOn) return refuse('ends_before_it_begins', { field: 'toOn' })
  const there = await act.tx
    .select({ key: announcementFigures.key })
    .from(announcementFigures)
    .where(eq(announcementFigures.announcementId, id))
  if (there.length >= MOST_FIGURES) return refuse('too_many_figures')
  const key = `f${Math.max(0, ...there.map((one) => Number(one.key.slice(1)))) + 1}`
  await act.tx.insert(announcementFigures).values({ announcementId: id, key, definition: definitionOf(chosen, issuerOf(act)) })
  return writeIn(act, held.value)
}

/** Takes a figure out of the draft; where the text names it, it stands there as an unknown one until the text is mended. Refusals: not_found, stale, not_yours, wrong_state. */
export async function dropFigure(act: Act, { id, version, key }: DropFigure) {
  const held = await holdDraft(act, id, version)
  if (!held.ok) return held
  await act.tx.delete(announcementFigures).where(and(eq(announcementFigures.announcementId, id), eq(announcementFigures.key, key)))
  return writeIn(act, held.value)
}

/** Takes an announcement back before it is published; a draft goes without a trace. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawAnnouncement(act: Act, { id, version, reason }: Withdraw) {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = judge(announcementWorkflow, 'withdraw', held.value, act.actor)
  if (!may.ok) return may
  if (held.value.state === 'draft' && held.value.number === null) {
    await act.tx.delete(announcementFigures).where(eq(announcementFigures.announcementId, id))
    return discard(act, announcements, announcementWorkflow, 'withdraw', held.value)
  }
  return advance(act, announcements, announcementWorkflow, 'withdraw', held.value, {
    words: reason ? [{ field: 'reason', words: reason, audience: 'parties' }] : [],
  })
}

/**
 * What a button of the draft does: the text as it was typed is written first, in the same act, so that whatever is refused leaves both
 * undone. Refusals: those of writing and of what is done besides.
 */
export async function workOnDraft(act: Act, asked: Draft) {
  const { id } = asked
  if (asked.do === 'withdraw') return withdrawAnnouncement(act, { id, version: asked.version, reason: null })
  const { title, body, scheduledAt } = asked
  const kept = await writeAnnouncement(act, { id, version: asked.version, title, body, scheduledAt })
  if (!kept.ok || asked.do === 'save') return kept
  const { version } = kept.value
  if (asked.do === 'propose') return proposeAnnouncement(act, { id, version, last: asked.last })
  if (asked.do === 'drop') return dropFigure(act, { id, version, key: asked.key })
  const { figure, rung, fromOn, toOn } = asked
  return addFigure(act, { id, version, figure, rung, fromOn, toOn })
}
