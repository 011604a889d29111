import { eq } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { accessLog, inspectionFindings, inspectionPictures, inspectionSheets, takedownOrders } from '@/db/schema'
import { asHouse } from '@/db/transaction'
import { lengthsOf } from '../../drama/queries'
import { outsideWork } from '../../drama/rules/episodes'
import { noteFile } from '../../gateway/files'
import { IMAGES, type Stored } from '../../gateway/store'
import { newId } from '../../kernel/id'
import { type Fault, type Outcome, ok, refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { rulebook } from '../../rulebook/queries'
import { reappearOrder } from '../../takedown/commands/reappear'
import { takedownWorkflow } from '../../takedown/workflow'
import { citationsOf } from '../../violation/rules'
import type { Clean, Find } from '../input'
import { pictureById } from '../queries/pictures'
import { isLate } from '../rules/day'
import { itemsFound, missingIn } from '../rules/finding'
import { sheetWorkflow } from '../workflow'

type Sheet = typeof inspectionSheets.$inferSelect

/** Whoever looked, when, and whether it was after the day. */
const inspected = (act: Act, { drawnOn }: Sheet) => ({
  inspectedAt: act.now,
  inspectedBy: act.actor.memberId,
  late: isLate(drawnOn, act.now),
})
const facts = ({ purpose, kind, platformId, dramaId, miniProgramId, drawnOn }: Sheet) => ({
  purpose,
  kind,
  platformId,
  targetId: dramaId ?? miniProgramId,
  drawnOn,
})

/** Nobody looked on the day; an act of the clock. Refusals: not_found, not_yours, wrong_state, not_overdue. */
export async function missSheet(act: Act, id: string) {
  const held = await hold(act, inspectionSheets, id)
  if (!held.ok) return held
  if (held.value.state === 'drawn' && held.value.dueAt && held.value.dueAt > act.now) return refuse('not_overdue')
  return advance(act, inspectionSheets, sheetWorkflow, 'miss', held.value, { detail: facts(held.value) })
}

/** Looked at, and nothing found; on a missed sheet too, marked late. Refusals: not_found, stale, not_yours, wrong_state. */
export async function findClean(act: Act, { id, version, note }: Clean) {
  const held = await hold(act, inspectionSheets, id, version)
  if (!held.ok) return held
  const set = inspected(act, held.value)
  return advance(act, inspectionSheets, sheetWorkflow, 'find_clean', held.value, {
    set,
    detail: { ...facts(held.value), late: set.late },
    words: note ? [{ field: 'note', words: note, audience: 'case' }] : [],
  })
}

/** What the finding does not say though it must, and what its work does not have. */
async function faultsOf(act: Act, sheet: Sheet, { address, episode, start, end, items }: Find, pictures: number): Promise<Fault[]> {
  const missing = missingIn(sheet, { address, episode, start, items, pictures })
  if (!sheet.dramaId || episode === null) return missing
  const lengths = await lengthsOf(act.tx, sheet.dramaId)
  return [...missing, ...outsideWork({ episode, start, end }, lengths, { episode: 'episode', start: 'start', end: 'end' })]
}

async function isComplete(act: Act, sheet: Sheet, input: Find, pictures: number): Promise<Outcome<null>> {
  const faults = await faultsOf(act, sheet, input, pictures)
  if (faults[0]) return refuse(faults[0].code, { faults })
  if (!input.items.length) return ok(null)
  const cited = citationsOf(input.items, {}, [sheet.kind], (await rulebook(act.tx)).taxonomy)
  return cited.ok ? ok(null) : refuse(cited.code, { params: cited.params, field: 'items' })
}

/**
 * Something was found. Of a listed work that its platform had removed or had not found, the order is moved to reappeared by it, with
 * the evidence. Refusals: not_found, stale, not_yours, wrong_state, required, item_missing, picture_missing, episode_beyond_work,
 * time_beyond_episode, timecode_missing, and those of `citationsOf`.
 */
export async function findBreach(act: Act, input: Find) {
  const held = await hold(act, inspectionSheets, input.id, input.version)
  if (!held.ok) return held
  const sheet = held.value
  const may = judge(sheetWorkflow, 'find', sheet, act.actor)
  if (!may.ok) return may
  const pictures = await act.tx
    .select()
    .from(inspectionPictures)
    .where(eq(inspectionPictures.sheetId, sheet.id))
    .orderBy(inspectionPictures.addedAt)
  const complete = await isComplete(act, sheet, input, pictures.length)
  if (!complete.ok) return complete
  const { address, episode, start: startSecond, end: endSecond, note } = input
  const codes = itemsFound(sheet, input.items)
  await act.tx.insert(inspectionFindings).values({
    sheetId: sheet.id,
    address: address ?? sheet.addresses[0] ?? null,
    episode,
    startSecond,
    endSecond,
    codes,
    note,
    at: act.now,
  })
  const again = await seenAgain(act, sheet, { episode, startSecond, note, address: address ?? '', picture: pictures[0] })
  if (!again.ok) return again
  const set = inspected(act, sheet)
  return advance(act, inspectionSheets, sheetWorkflow, 'find', sheet, {
    set,
    detail: { ...facts(sheet), late: set.late, items: codes.length, reappeared: again.value },
  })
}

type Seen = {
  episode: number | null
  startSecond: number | null
  note: string
  address: string
  picture?: typeof inspectionPictures.$inferSelect
}
async function seenAgain(act: Act, sheet: Sheet, { picture, ...seen }: Seen) {
  if (!sheet.orderId) return ok(false)
  const { orderId } = sheet
  const [order] = await asHouse(act, () => act.tx.select().from(takedownOrders).where(eq(takedownOrders.id, orderId)))
  if (!order || !judge(takedownWorkflow, 'reappear', order, act.actor).ok) return ok(false)
  const moved = await reappearOrder(act, {
    ...seen,
    orderId,
    sheetId: sheet.id,
    sha256: picture?.sha256 ?? null,
    pictureName: picture?.name ?? null,
  })
  return moved.ok ? ok(true) : moved
}

export type AddPicture = { sheetId: string; name: string; stored: Stored; directory?: string }
const PICTURES_MOST = 10

/** Keeps a picture with a sheet until it is referred. The same picture twice is one. Refusals: not_found, not_yours, wrong_state, file_type_unknown, pictures_too_many. */
export async function addPicture(act: Act, { sheetId, name, stored, directory }: AddPicture) {
  const held = await hold(act, inspectionSheets, sheetId)
  if (!held.ok) return held
  const step = held.value.state === 'found' ? 'refer' : 'find'
  const may = judge(sheetWorkflow, step, held.value, act.actor)
  if (!may.ok) return may
  if (!IMAGES.some((type) => type === stored.mediaType)) return refuse('file_type_unknown', { field: 'picture' })
  const there = await act.tx.select().from(inspectionPictures).where(eq(inspectionPictures.sheetId, sheetId))
  const same = there.find(({ sha256 }) => sha256 === stored.sha256)
  if (same) return ok({ id: same.id })
  if (there.length >= PICTURES_MOST) return refuse('pictures_too_many', { field: 'picture', params: { limit: PICTURES_MOST } })
  await noteFile(act, stored, directory)
  const id = newId()
  await act.tx
    .insert(inspectionPictures)
    .values({ id, sheetId, sha256: stored.sha256, name, addedBy: act.actor.memberId!, addedAt: act.now })
  return ok({ id })
}

/** Writes down that this member opens a picture now. What the member may not see does not exist. Refusals: not_found. */
export async function noteOpening(act: Act, { pictureId }: { pictureId: string }) {
  const { memberId, name: memberName, organizationId } = act.actor
  const picture = await pictureById(act.tx, pictureId)
  if (!picture || !memberId || !organizationId) return refuse('not_found')
  await act.tx
    .insert(accessLog)
    .values({ id: newId(), memberId, memberName, organizationId, noun: 'sheet', subjectId: picture.sheetId, what: pictureId, at: act.now })
  return ok({ id: pictureId })
}
