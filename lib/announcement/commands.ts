import { and, eq, sql } from 'drizzle-orm'
import { type Act, advance, amend, discard, hold, openCase } from '@/db/act'
import { insertMany } from '@/db/many'
import { announcementCounts, announcementFigures, announcementRows, announcements, batches } from '@/db/schema'
import { figure, freeze, positionNow, rowsOfFigure } from '../figure/queries/figure'
import type { FigureDefinition } from '../figure/rules'
import { type Outcome, refuse } from '../kernel/outcome'
import { judge, mayAmend, type StepRefusal } from '../kernel/workflow'
import type { AddFigure, Approve, DraftBatch, DropFigure, Open, Propose, Return, Withdraw, Write } from './input'
import { definitionOf, figureKeys, loneNumbers, masked } from './rules'
import { announcementWorkflow } from './workflow'

type Announcement = typeof announcements.$inferSelect
const MOST_FIGURES = 20
const issuerOf = (act: Act) => ({ id: act.actor.organizationId!, isNational: act.actor.kind === 'national' })

async function open(act: Act, values: Pick<typeof announcements.$inferInsert, 'kind' | 'title' | 'body' | 'ofId' | 'batchId'>) {
  return openCase(act, announcements, announcementWorkflow, 'open', {
    ...values,
    issuerId: act.actor.organizationId!,
    openedBy: act.actor.memberId!,
  })
}

/** Opens a draft; a correction or a retraction points at what was published by the same issuer. Refusals: not_yours, not_found. */
export async function openAnnouncement(act: Act, { kind, ofId }: Open) {
  if (kind === 'announcement') return open(act, { kind, title: '', body: '', ofId: null, batchId: null })
  const [earlier] = ofId
    ? await act.tx
        .select()
        .from(announcements)
        .where(and(eq(announcements.id, ofId), eq(announcements.issuerId, act.actor.organizationId!), eq(announcements.state, 'published')))
    : []
  return earlier
    ? open(act, { kind, title: earlier.title, body: kind === 'correction' ? earlier.body : '', ofId: earlier.id, batchId: null })
    : refuse('not_found')
}

/** What the draft from a file says; the figures are the file's own. */
const FROM_BATCH = (works: string | null, accounts: string | null, programs: string | null) =>
  [
    '# 处置情况',
    '',
    `依照《微短剧发展管理办法》，本平台近期处置${[works && `违规微短剧 {${works}}`, programs && `小程序 {${programs}}`, accounts && `账号 {${accounts}}`].filter(Boolean).join('、')}。`,
    '',
    '# 下一步',
    '',
    '本平台将继续开展自查，欢迎社会监督。',
  ].join('\n')

/** Drafts the notice of a finished file with its exact figures. Refusals: not_yours, not_found, not_finished. */
export async function draftFromBatch(act: Act, { batchId }: DraftBatch) {
  const [batch] = await act.tx
    .select({ id: batches.id })
    .from(batches)
    .where(and(eq(batches.id, batchId), eq(batches.filerId, act.actor.organizationId!), eq(batches.state, 'done')))
  if (!batch) return refuse('not_finished')
  const issuer = issuerOf(act)
  const wanted = [
    { kind: 'works', definition: { ...definitionOf({ figure: 'found_works', batchId }, issuer) } },
    { kind: 'programs', definition: definitionOf({ figure: 'handled_mini_programs', batchId }, issuer) },
    { kind: 'accounts', definition: definitionOf({ figure: 'handled_accounts', batchId }, issuer) },
  ]
  const keyed: { key: string; kind: string; definition: FigureDefinition }[] = []
  for (const { kind, definition } of wanted)
    if ((await figure(act.tx, definition)).value > 0) keyed.push({ key: `f${keyed.length + 1}`, kind, definition })
  const keyOf = (kind: string) => keyed.find((one) => one.kind === kind)?.key ?? null
  const opened = await open(act, {
    kind: 'announcement',
    title: '关于处置违规微短剧的公告',
    body: FROM_BATCH(keyOf('works'), keyOf('accounts'), keyOf('programs')),
    ofId: null,
    batchId,
  })
  if (!opened.ok) return opened
  if (keyed.length)
    await act.tx
      .insert(announcementFigures)
      .values(keyed.map(({ key, definition }) => ({ announcementId: opened.value.id, key, definition })))
  return opened
}

async function holdDraft(act: Act, id: string, version: number): Promise<Outcome<Announcement, StepRefusal | 'stale'>> {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = mayAmend(announcementWorkflow, held.value, act.actor)
  return may.ok ? held : may
}

/** Writes a draft. Refusals: not_found, stale, not_yours, wrong_state. */
export async function writeAnnouncement(act: Act, { id, version, ...content }: Write) {
  const held = await holdDraft(act, id, version)
  return held.ok ? amend(act, announcements, announcementWorkflow, held.value, content) : held
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
  return amend(act, announcements, announcementWorkflow, held.value, {})
}

/** Takes a figure out of the draft; where the text names it, it stands there as an unknown one until the text is mended. Refusals: not_found, stale, not_yours, wrong_state. */
export async function dropFigure(act: Act, { id, version, key }: DropFigure) {
  const held = await holdDraft(act, id, version)
  if (!held.ok) return held
  await act.tx.delete(announcementFigures).where(and(eq(announcementFigures.announcementId, id), eq(announcementFigures.key, key)))
  return amend(act, announcements, announcementWorkflow, held.value, {})
}

/**
 * Lays a draft before another member of the issuer. The first time the issuer says how many announcements it has made before.
 * Refusals: not_found, stale, not_yours, wrong_state, not_written, figure_unknown, count_missing, scheduled_in_past.
 */
export async function proposeAnnouncement(act: Act, { id, version, last }: Propose) {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = judge(announcementWorkflow, 'propose', held.value, act.actor)
  if (!may.ok) return may
  const { title, body, issuerId, scheduledAt } = held.value
  if (!title || !body) return refuse('not_written')
  const there = new Set(
    (await act.tx.select({ key: announcementFigures.key }).from(announcementFigures).where(eq(announcementFigures.announcementId, id))).map(
      (one) => one.key,
    ),
  )
  const unknown = figureKeys(body).filter((key) => !there.has(key))
  if (unknown.length) return refuse('figure_unknown', { params: { keys: unknown.join(' ') } })
  if (scheduledAt && scheduledAt <= act.now) return refuse('scheduled_in_past')
  const [count] = await act.tx.select().from(announcementCounts).where(eq(announcementCounts.issuerId, issuerId))
  if (!count && last === null) return refuse('count_missing', { field: 'last' })
  if (!count) await act.tx.insert(announcementCounts).values({ issuerId, last: last! })
  return advance(act, announcements, announcementWorkflow, 'propose', held.value, { set: { proposedBy: act.actor.memberId } })
}

/** Gives a proposal back to be written anew. Refusals: not_found, stale, not_yours, wrong_state, same_person. */
export async function returnAnnouncement(act: Act, { id, version, reason }: Return) {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  return advance(act, announcements, announcementWorkflow, 'return', held.value, {
    set: { proposedBy: null },
    words: [{ field: 'reason', words: reason, audience: 'parties' }],
  })
}

/** Approves what another proposed; numbers that are no figures have to be looked at first. Refusals: not_found, stale, not_yours, wrong_state, same_person, numbers_unchecked. */
export async function approveAnnouncement(act: Act, { id, version, checked }: Approve) {
  const held = await hold(act, announcements, id, version)
  if (!held.ok) return held
  const may = judge(announcementWorkflow, 'approve', held.value, act.actor)
  if (!may.ok) return may
  const { title, body, scheduledAt } = held.value
  if (loneNumbers(title, body).length > 0 && !checked) return refuse('numbers_unchecked', { field: 'checked' })
  return advance(act, announcements, announcementWorkflow, 'approve', held.value, {
    set: { approvedBy: act.actor.memberId, scheduledAt: scheduledAt && scheduledAt > act.now ? scheduledAt : act.now },
  })
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

const MOST_ROWS = 100_000

/**
 * Publishes what was approved, once its time has come; an act of the clock. Its figures freeze at one position of the record, with
 * the rows that make them as the public may read them, and it gets its number in its issuer's count. Refusals: not_found, not_yours, wrong_state, too_early.
 */
export async function publishAnnouncement(act: Act, id: string) {
  const held = await hold(act, announcements, id)
  if (!held.ok) return held
  const may = judge(announcementWorkflow, 'publish', held.value, act.actor)
  if (!may.ok) return may
  if (held.value.scheduledAt && held.value.scheduledAt > act.now) return refuse('too_early')
  const position = await positionNow(act.tx)
  const chosen = await act.tx.select().from(announcementFigures).where(eq(announcementFigures.announcementId, id))
  for (const { key, definition } of chosen) {
    const meaning = definition as FigureDefinition
    const frozen = await freeze(act.tx, meaning, position)
    const { rows } = await rowsOfFigure(act.tx, meaning, { at: position, limit: MOST_ROWS })
    await insertMany(
      act.tx,
      announcementRows,
      rows.map((row) => ({
        announcementId: id,
        key,
        rowId: row.id,
        caseId: row.caseId,
        name: row.targetKind === 'account' ? masked(row.title) : row.title,
        targetKind: row.targetKind,
        codes: row.codes,
        rung: row.rung,
        countsAt: row.countsAt,
      })),
    )
    await act.tx
      .update(announcementFigures)
      .set({ ...frozen.figure, positionSeq: position.seq, positionSnapshot: position.snapshot, sha256: frozen.sha256 })
      .where(and(eq(announcementFigures.announcementId, id), eq(announcementFigures.key, key)))
  }
  const [count] = await act.tx
    .update(announcementCounts)
    .set({ last: sql`${announcementCounts.last} + 1` })
    .where(eq(announcementCounts.issuerId, held.value.issuerId))
    .returning()
  return advance(act, announcements, announcementWorkflow, 'publish', held.value, {
    set: { publishedAt: act.now, issue: count!.last },
    detail: { issue: count!.last, kind: held.value.kind, ofId: held.value.ofId },
  })
}
