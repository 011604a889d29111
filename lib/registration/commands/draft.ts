import { and, desc, eq, gte, inArray, lt, ne, notExists, sql } from 'drizzle-orm'
import { type Act, advance, amend, discard, openCase } from '@/db/act'
import { organizations, registrationContents, registrationFaces, registrations } from '@/db/schema'
import { hideWork, listedCountOf } from '../../drama/commands'
import { newId } from '../../kernel/id'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import type { Save } from '../input'
import { bareTitle, type Draft, EMPTY_DRAFT, tidied, withLinesAsRows } from '../rules/content'
import { registrationWorkflow } from '../workflow'
import { type Filing, holdFiling } from './hold'

type Seen = { id: string; version: number }

/** The turn that is being written: the first of a draft, the one after the last submitted of a returned filing. */
export async function turnInWork(act: Act, id: string): Promise<{ turn: number; draft: Draft; filed: Draft | null }> {
  const [last] = await act.tx
    .select()
    .from(registrationContents)
    .where(eq(registrationContents.registrationId, id))
    .orderBy(desc(registrationContents.turn))
    .limit(1)
  const draft = (last?.content ?? EMPTY_DRAFT) as Draft
  if (!last) return { turn: 1, draft, filed: null }
  if (last.submittedAt) return { turn: last.turn + 1, draft, filed: draft }
  const [before] =
    last.turn > 1
      ? await act.tx
          .select({ content: registrationContents.content })
          .from(registrationContents)
          .where(and(eq(registrationContents.registrationId, id), eq(registrationContents.turn, last.turn - 1)))
      : []
  return { turn: last.turn, draft, filed: (before?.content as Draft | undefined) ?? null }
}

export async function keepTurn(act: Act, registrationId: string, turn: number, draft: Draft, submittedAt: Date | null = null) {
  const kept = { content: draft, savedAt: act.now, submittedAt }
  await act.tx
    .insert(registrationContents)
    .values({ registrationId, turn, ...kept })
    .onConflictDoUpdate({ target: [registrationContents.registrationId, registrationContents.turn], set: kept })
}

/**
 * Locks a filing as whoever writes it saw it, or whichever it is now; while it is written, what changed it meanwhile is another window.
 * Refusals: not_found, draft_stale, stale.
 */
export async function holdWritten(
  act: Act,
  { id, version }: Partial<Seen> & { id: string },
): Promise<Outcome<Filing, 'not_found' | 'stale' | 'draft_stale'>> {
  const held = await holdFiling(act, id)
  if (!held.ok || version === undefined || held.value.version === version) return held
  return refuse(held.value.state === 'draft' || held.value.state === 'returned' ? 'draft_stale' : 'stale')
}

/** Opens an empty filing at the bureau of the creator's province; nobody else sees it. */
export async function openFiling(act: Act, _: object = {}) {
  const [own] = await act.tx
    .select({ bureauId: organizations.bureauId })
    .from(organizations)
    .where(eq(organizations.id, act.actor.organizationId ?? newId()))
  if (!own?.bureauId) return refuse('not_yours')
  const opened = await openCase(act, registrations, registrationWorkflow, 'open', {
    title: '',
    creatorId: act.actor.organizationId,
    bureauId: own.bureauId,
  })
  if (opened.ok) await keepTurn(act, opened.value.id, 1, EMPTY_DRAFT)
  return opened
}

/**
 * Keeps what was typed into a draft or a returned filing, whatever it is worth. Gives the new version. `fill`: pasted lines become
 * rows; `over`: whatever another window has kept meanwhile.
 */
export async function saveFiling(
  act: Act,
  { id, version, note: _, fill = true, over = false, ...typed }: Save & { fill?: boolean; over?: boolean },
) {
  const held = await holdWritten(act, { id, ...(!over && { version }) })
  if (!held.ok) return held
  const work = await turnInWork(act, id)
  const draft = tidied({ ...(fill ? withLinesAsRows(typed) : typed), poster: work.draft.poster })
  const kept = await amend(
    act,
    registrations,
    registrationWorkflow,
    held.value,
    held.value.state === 'draft' ? { title: bareTitle(draft.title).slice(0, 200) } : {},
  )
  if (!kept.ok) return kept
  await keepTurn(act, id, work.turn, draft)
  return kept
}

/** Nothing public is left of a work whose only offer was withdrawn. */
async function hideUnless(act: Act, dramaId: string, id: string) {
  if ((await listedCountOf(act, dramaId)) > 0) return
  const [other] = await act.tx
    .select({ id: registrationFaces.id })
    .from(registrationFaces)
    .where(and(eq(registrationFaces.dramaId, dramaId), ne(registrationFaces.id, id)))
    .limit(1)
  if (!other) await hideWork(act, dramaId)
}

/** Takes a filing back; a draft is deleted. Refusals: not_found, stale, not_yours, wrong_state. */
export async function withdrawFiling(act: Act, { id, version }: Seen) {
  const held = await holdFiling(act, id, version)
  if (!held.ok) return held
  if (held.value.state === 'draft') {
    await act.tx.delete(registrationContents).where(eq(registrationContents.registrationId, id))
    return discard(act, registrations, registrationWorkflow, 'withdraw', held.value)
  }
  const moved = await advance(act, registrations, registrationWorkflow, 'withdraw', held.value)
  if (moved.ok && held.value.state === 'offered' && held.value.dramaId) await hideUnless(act, held.value.dramaId, id)
  return moved
}

const FORGOTTEN_DAYS = 90
const AT_ONCE = 500

/** Clears away drafts that nobody has touched for 90 days; an act of the clock. Gives how many there were. */
export async function clearForgottenDrafts(act: Act) {
  const before = new Date(act.now.getTime() - FORGOTTEN_DAYS * 24 * 3_600_000)
  const touched = act.tx
    .select({ one: sql`1` })
    .from(registrationContents)
    .where(and(eq(registrationContents.registrationId, registrations.id), gte(registrationContents.savedAt, before)))
  const forgotten = await act.tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.state, 'draft'), lt(registrations.openedAt, before), notExists(touched)))
    .limit(AT_ONCE)
    .for('update', { skipLocked: true })
  const ids = forgotten.map(({ id }) => id)
  await act.tx.delete(registrationContents).where(inArray(registrationContents.registrationId, ids))
  await act.tx.delete(registrations).where(inArray(registrations.id, ids))
  return ok(ids.length)
}
