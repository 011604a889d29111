import { and, eq } from 'drizzle-orm'
import { type Act, advance } from '@/db/act'
import { files, organizationDetails, organizations, registrationReasons, registrations } from '@/db/schema'
import { type Face, holdWorks, openWork, showWork, writeFace } from '../../drama/commands'
import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import { type Day, dayOf } from '../../kernel/time'
import { judge } from '../../kernel/workflow'
import { admittedPlatforms } from '../../organization/queries/organizations'
import { licenceStanding } from '../../organization/rules/licence'
import { rulebook } from '../../rulebook/queries'
import type { Keep, Save } from '../input'
import { entryOver } from '../queries/case'
import { type Content, type Draft, readContent, tidied, withLinesAsRows } from '../rules/content'
import { FACE, unchanged } from '../rules/difference'
import { type Judged, judgeDraft, judgeFiling } from '../rules/filing'
import { registrationWorkflow } from '../workflow'
import { resumeClock } from './clock'
import { holdWritten, keepTurn, saveFiling, turnInWork } from './draft'
import { type Filing, planFor } from './hold'

type Seen = { id: string; version: number }
type Read = { content: Content; judged: Judged }

async function licenceOf(act: Act) {
  const [own] = await act.tx
    .select({ expiresOn: organizationDetails.licenceExpiresOn })
    .from(organizationDetails)
    .where(eq(organizationDetails.organizationId, act.actor.organizationId!))
  return licenceStanding((own?.expiresOn ?? null) as Day | null, dayOf(act.now))
}

async function strangersIn(act: Act, { platformIds, poster }: Pick<Draft, 'platformIds' | 'poster'>): Promise<Fault[]> {
  const admitted = await admittedPlatforms(act.tx)
  const faults: Fault[] = platformIds.every((id) => admitted.some((platform) => platform.id === id))
    ? []
    : [{ field: 'platformIds', code: 'platform_not_admitted' }]
  const [file] = poster ? await act.tx.select({ mediaType: files.mediaType }).from(files).where(eq(files.sha256, poster)) : []
  if (poster && !file?.mediaType.startsWith('image/')) faults.push({ field: 'poster', code: 'poster_missing' })
  return faults
}

/** What is filed, judged by the rule of its day: the first submit's or offer's, which stays. All that stands in the way is said at once. */
async function read(act: Act, step: 'submit' | 'offer', held: Filing, draft: Draft): Promise<Outcome<Read>> {
  const on = (held.ruledOn as Day | null) ?? dayOf(act.now)
  const { tiers } = await rulebook(act.tx)
  const licence = await licenceOf(act)
  const strangers = await strangersIn(act, draft)
  const said = readContent(draft, on)
  if (!said.ok) return refuse('incomplete', { faults: [...judgeDraft(draft, on, tiers, licence).faults, ...strangers] })
  const judged = judgeFiling(said.content, on, tiers, licence)
  if (!('classified' in judged)) return refuse('no_rule')
  const filedAs = judged.classified.class
  if (step === 'submit' && filedAs === 3) return refuse('no_filing_needed')
  if (step === 'offer' && filedAs !== 3) return refuse('filing_needed', { params: { class: filedAs } })
  const faults = [...judged.faults, ...strangers]
  if (step === 'offer' && said.content.platformIds.length === 0) faults.push({ field: 'platformIds', code: 'no_platform' })
  return faults.length > 0 ? refuse('incomplete', { faults }) : ok({ content: said.content, judged })
}

/** The work's public face follows what was filed last. */
async function face(act: Act, held: Filing, content: Content): Promise<string> {
  const [producer] = await act.tx.select({ name: organizations.name }).from(organizations).where(eq(organizations.id, held.creatorId!))
  const { title, aliases, episodes, poster } = content
  const shown: Face = {
    title,
    aliases,
    producerId: held.creatorId,
    producerName: producer?.name ?? null,
    bureauId: held.bureauId,
    episodes,
    poster,
  }
  if (!held.dramaId) return openWork(act, 'registered', shown)
  await writeFace(act, held.dramaId, shown)
  return held.dramaId
}

/** What an entry was judged by is what is ordered: while the work stands on one, its face stays as it was filed. */
async function faceStands(act: Act, { dramaId }: Filing, filed: Draft | null, draft: Draft): Promise<Fault[]> {
  if (!dramaId || !filed) return []
  await holdWorks(act, [dramaId])
  const number = await entryOver(act.tx, dramaId)
  const moved = number ? FACE.filter((field) => !unchanged(field, filed, draft)) : []
  return moved.map((field) => ({ field, code: 'face_stands', params: { number: number! } }))
}

/** What was objected to and stands as it was has to be explained. */
async function leftAsItWas(act: Act, held: Filing, turn: number, filed: Draft | null, draft: Draft) {
  if (held.state !== 'returned' || !filed) return 0
  const objections = await act.tx
    .select({ field: registrationReasons.field })
    .from(registrationReasons)
    .where(and(eq(registrationReasons.registrationId, held.id), eq(registrationReasons.turn, turn - 1)))
  return objections.filter(({ field }) => unchanged(field, filed, draft)).length
}

async function put(act: Act, step: 'submit' | 'offer', { id, version }: Seen, typed: Omit<Draft, 'poster'> | null, note = '') {
  const held = await holdWritten(act, { id, version })
  if (!held.ok) return held
  const verdict = judge(registrationWorkflow, step, held.value, act.actor)
  if (!verdict.ok) return verdict
  const work = await turnInWork(act, id)
  const sent: Draft = typed ? { ...typed, poster: work.draft.poster } : work.draft
  const draft = tidied(withLinesAsRows(sent))
  const left = note ? 0 : await leftAsItWas(act, held.value, work.turn, work.filed, draft)
  const unsaid = left > 0 ? [{ field: 'note', code: 'say_why', params: { count: left } }] : []
  const fixed = await faceStands(act, held.value, work.filed, draft)
  const found = await read(act, step, held.value, sent)
  if (!found.ok) return found.faults ? { ...found, faults: [...found.faults, ...fixed, ...unsaid] } : found
  if (fixed.length > 0) return refuse('incomplete', { faults: [...fixed, ...unsaid] })
  if (left > 0) return refuse('say_why', { field: 'note', params: { count: left } })
  const { content, judged } = found.value
  const { class: filedAs, ruleKey } = judged.classified
  const dramaId = await face(act, held.value, content)
  if (step === 'offer') await showWork(act, dramaId)
  await keepTurn(act, id, work.turn, draft, act.now)
  const { platformIds } = content
  const pendingPlatformIds = step === 'offer' ? platformIds : []
  await planFor(act, id, platformIds, step === 'offer')
  return advance(act, registrations, registrationWorkflow, step, held.value, {
    set: {
      title: content.title,
      dramaId,
      class: filedAs,
      ruledOn: held.value.ruledOn ?? dayOf(act.now),
      tierRule: held.value.tierRule ?? ruleKey,
      submittedAt: held.value.submittedAt ?? act.now,
      plannedCount: platformIds.length,
      pendingCount: pendingPlatformIds.length,
      clockLeft: null,
    },
    judgedBy: { pendingPlatformIds },
    detail: { dramaId, class: filedAs, turn: work.turn },
    words: note ? [{ field: 'note', words: note, audience: 'parties' }] : [],
    ...(step === 'submit' && { dueAt: await resumeClock(act, 'registration_review', held.value.clockLeft) }),
  })
}

/**
 * Files a Class I or II work with its bureau, for the first time or again after it was returned; the clock then goes on where it
 * stood. Refusals: incomplete {faults}, no_filing_needed (Class III), no_rule, say_why, beside those of every step.
 */
export const submitFiling = (act: Act, { id, version, note, ...draft }: Save) => put(act, 'submit', { id, version }, draft, note)
/** The same with what was last saved; `note` says why something objected to stands as it was. */
export const resubmitFiling = (act: Act, { note, ...seen }: Seen & { note: string }) => put(act, 'submit', seen, null, note)
/** Offers a Class III work to its planned platforms, which review and number it by themselves. Refusals: incomplete {faults}, filing_needed. */
export const offerFiling = (act: Act, { id, version, note: _, ...draft }: Save) => put(act, 'offer', { id, version }, draft)

type Kept = { id: string; version?: number; number?: string | null }
/** What a draft's one form asks for by its button: to be kept, filed or offered. */
export async function keepFiling(act: Act, { intent, ...draft }: Keep): Promise<Outcome<Kept>> {
  if (intent === 'submit') return submitFiling(act, draft)
  if (intent === 'offer') return offerFiling(act, draft)
  return saveFiling(act, { ...draft, fill: intent !== 'autosave', over: intent === 'overwrite' })
}
