import { eq } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { files, inspectionFindings, inspectionPictures, inspectionSheets, miniPrograms } from '@/db/schema'
import type { Stored } from '../../gateway/store'
import { ok, refuse } from '../../kernel/outcome'
import { dayOf } from '../../kernel/time'
import { judge } from '../../kernel/workflow'
import { openDraft } from '../../violation/commands/draft'
import { attachEvidence } from '../../violation/commands/evidence'
import { fileViolation } from '../../violation/commands/file'
import type { Held } from '../input'
import { itemsFound } from '../rules/finding'
import { sheetWorkflow } from '../workflow'

type Sheet = typeof inspectionSheets.$inferSelect
type Report = Parameters<typeof fileViolation>[1]
type Finding = typeof inspectionFindings.$inferSelect

async function reportOf(act: Act, sheet: Sheet, finding: Finding, id: string): Promise<Report> {
  const { kind, dramaId, miniProgramId, platformId } = sheet
  const [program] = miniProgramId ? await act.tx.select().from(miniPrograms).where(eq(miniPrograms.id, miniProgramId)) : []
  const place = finding.episode
    ? [{ episode: finding.episode, start: finding.startSecond, end: finding.endSecond, note: finding.note.slice(0, 200) }]
    : []
  return {
    do: 'file',
    id,
    version: 1,
    work: dramaId ?? 'none',
    title: '',
    aliases: [],
    producerName: null,
    ...(program && { miniProgram: { platformId, appId: program.appId, name: program.name } }),
    platformId,
    stage: 'after_airing',
    seenOn: dayOf(finding.at),
    places: kind === 'drama' ? place : [],
    items: itemsFound(sheet, finding.codes),
    targets: {},
    description: finding.note,
    links: finding.address ? [finding.address] : [],
    cites: [],
  }
}

/**
 * Files a finding as a referral to the bureau of the work, with all that stands on the sheet and its pictures. `directory`: where the
 * files are kept, if not where the portal keeps them. Refusals: not_found, stale, not_yours, wrong_state, and those of filing a report.
 */
export async function referFinding(act: Act, { id, version, directory }: Held & { directory?: string }) {
  const held = await hold(act, inspectionSheets, id, version)
  if (!held.ok) return held
  const may = judge(sheetWorkflow, 'refer', held.value, act.actor)
  if (!may.ok) return may
  const [finding] = await act.tx.select().from(inspectionFindings).where(eq(inspectionFindings.sheetId, id))
  if (!finding) return refuse('not_found')
  const draft = await openDraft(act)
  if (!draft.ok) return draft
  const violationId = draft.value.id
  const pictures = await act.tx
    .select({ name: inspectionPictures.name, sha256: files.sha256, byteCount: files.byteCount, mediaType: files.mediaType })
    .from(inspectionPictures)
    .innerJoin(files, eq(files.sha256, inspectionPictures.sha256))
    .where(eq(inspectionPictures.sheetId, id))
    .orderBy(inspectionPictures.addedAt)
  for (const { name, ...stored } of pictures) {
    const attached = await attachEvidence(act, { violationId, name, stored: stored as Stored, directory })
    if (!attached.ok) return attached
  }
  const filed = await fileViolation(act, await reportOf(act, held.value, finding, violationId))
  if (!filed.ok) return filed
  const moved = await advance(act, inspectionSheets, sheetWorkflow, 'refer', held.value, { set: { violationId }, detail: { violationId } })
  return moved.ok ? ok({ ...moved.value, violation: filed.value }) : moved
}
