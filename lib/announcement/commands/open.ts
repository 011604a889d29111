import { and, eq } from 'drizzle-orm'
import { type Act, openCase } from '@/db/act'
import { announcementFigures, announcements, batches } from '@/db/schema'
import { figure } from '../../figure/queries/figure'
import type { FigureDefinition } from '../../figure/rules'
import { catalogues } from '../../i18n/catalogue'
import { refuse } from '../../kernel/outcome'
import type { DraftBatch, Open } from '../input'
import { definitionOf } from '../rules'
import { announcementWorkflow } from '../workflow'

/** Whose figures an issuer may choose from. */
export const issuerOf = (act: Act) => ({ id: act.actor.organizationId!, isNational: act.actor.kind === 'national' })

async function open(act: Act, values: Pick<typeof announcements.$inferInsert, 'kind' | 'title' | 'body' | 'ofId' | 'batchId'>) {
  return openCase(act, announcements, announcementWorkflow, 'open', {
    ...values,
    issuerId: act.actor.organizationId!,
    openedBy: act.actor.memberId!,
    writtenBy: [act.actor.memberId!],
    writtenAt: act.now,
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

/** Drafts the notice of a finished file with its exact figures: what was found, as the file's page and the report count it, with a measure or without. Refusals: not_yours, not_found, not_finished. */
export async function draftFromBatch(act: Act, { batchId }: DraftBatch) {
  const [batch] = await act.tx
    .select({ id: batches.id })
    .from(batches)
    .where(and(eq(batches.id, batchId), eq(batches.filerId, act.actor.organizationId!), eq(batches.state, 'done')))
  if (!batch) return refuse('not_finished')
  const said = catalogues['zh-CN'].announcement.fromBatch
  const issuer = issuerOf(act)
  const wanted = [
    { kind: 'works', definition: definitionOf({ figure: 'found_works', batchId }, issuer) },
    { kind: 'programs', definition: definitionOf({ figure: 'found_mini_programs', batchId }, issuer) },
    { kind: 'accounts', definition: definitionOf({ figure: 'found_accounts', batchId }, issuer) },
  ]
  const keyed: { key: string; kind: string; definition: FigureDefinition }[] = []
  for (const { kind, definition } of wanted)
    if ((await figure(act.tx, definition)).value > 0) keyed.push({ key: `f${keyed.length + 1}`, kind, definition })
  const keyOf = (kind: string) => keyed.find((one) => one.kind === kind)?.key ?? null
  const opened = await open(act, {
    kind: 'announcement',
    title: said.title,
    body: said.body({ works: keyOf('works'), programs: keyOf('programs'), accounts: keyOf('accounts') }),
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
