// 违规条目: CNSA 网络短视频内容审核标准细则 (2021-12-15) and Order 16 art. 25–44, as coded in the rulebook's taxonomy.
import { formatSpan, halfWidth, parseSpan, type Span, type SpanFault } from '../drama/rules/timecode'
import { NATIONAL_ID } from '../kernel/id'
import { type Outcome, ok, refuse } from '../kernel/outcome'
import type { Day } from '../kernel/time'
import type { ViolationItem } from '../rulebook/rules/book'

export type SubjectKind = 'drama' | 'mini_program' | 'account'
export type Severity = 1 | 2 | 3 | 4
type Item = Pick<ViolationItem, 'code' | 'parent' | 'defaultSeverity' | 'appliesTo'>

export type ItemRefusal = 'item_unknown' | 'item_is_group' | 'item_not_for_subject'

/** May this code be cited for a subject of this kind? Groups cannot; what concerns episodes is cited for their drama. */
export function judgeItem(code: string, kind: SubjectKind, taxonomy: readonly Item[]): Outcome<Item, ItemRefusal> {
  const item = taxonomy.find((one) => one.code === code)
  if (!item) return refuse('item_unknown', { params: { code } })
  if (item.parent === null) return refuse('item_is_group', { params: { code } })
  return item.appliesTo.includes(kind) ? ok(item) : refuse('item_not_for_subject', { params: { code, kind } })
}

/** The items that can be cited for a subject of this kind. */
export const itemsFor = <I extends Item>(kind: SubjectKind, taxonomy: readonly I[]) =>
  taxonomy.filter((item) => item.parent !== null && item.appliesTo.includes(kind))

/** The severity that counts for a subject: the highest of its upheld items that apply to its kind; null when none does. */
export function severityOf(upheld: readonly Item[], kind: SubjectKind): Severity | null {
  const severities = itemsFor(kind, upheld).flatMap(({ defaultSeverity }) => defaultSeverity ?? [])
  return severities.length > 0 ? (Math.max(...severities) as Severity) : null
}

export type ItemWarning = 'item_not_yet_in_force' | 'item_no_longer_in_force'
/** An item cited for what was seen outside its dates is pointed out, never refused: older notices may have said the same. */
export function warningOf(
  { effectiveFrom, effectiveTo }: Pick<ViolationItem, 'effectiveFrom' | 'effectiveTo'>,
  seenOn: Day,
): ItemWarning | null {
  if (effectiveFrom && seenOn < effectiveFrom) return 'item_not_yet_in_force'
  return effectiveTo && seenOn >= effectiveTo ? 'item_no_longer_in_force' : null
}

/** Where in the work: the episode, from and to in seconds (none: the whole episode; no end: a point in time), and what is seen there. */
export type Place = { episode: number; start: number | null; end: number | null; note: string }
export type PlaceFault = SpanFault | 'episode_missing' | 'episode_unknown' | 'beyond_episode' | 'too_many'
export type PlaceError = { line: number; text: string; code: PlaceFault }
export type ParsedPlaces = { ok: true; places: Place[] } | { ok: false; errors: PlaceError[] }

const PLACES_MAX = 500
const HEAD = /^(?:第 ?|ep(?:isode)? ?|# ?)?(\d{1,6})(?!\d|:\d) ?[集回话]?[ ,、:.]*/i
const TIMES = /^(?:\d{1,2}:)?\d{1,3}:\d{2}(?: ?(?:[-–—−~至到]|->) ?(?:\d{1,2}:)?\d{1,3}:\d{2})?(?![\d:])[ ,、:.]*/
const LOOKS_TIMED = /^\d+:/

function placeOf(raw: string, lengths: ReadonlyMap<number, number | null> | undefined): Place | PlaceFault {
  const line = halfWidth(raw)
  const head = HEAD.exec(line)
  if (!head) return LOOKS_TIMED.test(line) ? 'episode_missing' : 'not_understood'
  const rest = line.slice(head[0].length)
  const times = TIMES.exec(rest)?.[0] ?? ''
  if (times === '' && LOOKS_TIMED.test(rest)) return 'not_understood'
  const span: Span | SpanFault | null = times === '' ? null : parseSpan(times.replace(/[ ,、:.]+$/, ''))
  if (typeof span === 'string') return span
  const episode = Number(head[1])
  const length = lengths?.get(episode)
  if (episode < 1 || (lengths && length === undefined)) return 'episode_unknown'
  if (span && typeof length === 'number' && Math.max(span.start, span.end ?? 0) > length) return 'beyond_episode'
  return { episode, start: span?.start ?? null, end: span?.end ?? null, note: raw.slice(head[0].length + times.length).trim() }
}

/**
 * Reads places as people paste them, a line each: `12 00:38-01:02 说明`, `第12集 00:38`, `12`. `episodes` are the work's, where they are
 * known; then a place outside of them is refused. One bad line refuses the whole text, and every bad line is named with its code.
 */
export function parsePlaces(text: string, episodes?: readonly { number: number; seconds: number | null }[]): ParsedPlaces {
  const lengths = episodes && new Map(episodes.map(({ number, seconds }) => [number, seconds]))
  const lines = text
    .split(/\r\n?|\n/)
    .map((raw, at) => ({ line: at + 1, text: raw.trim().replace(/[\s\u3000]+/g, ' ') }))
    .filter((line) => line.text !== '')
  const read = lines.map((line, at) => ({ line, place: at < PLACES_MAX ? placeOf(line.text, lengths) : ('too_many' as const) }))
  const errors = read.flatMap(({ line, place }) => (typeof place === 'string' ? [{ ...line, code: place }] : []))
  return errors.length > 0
    ? { ok: false, errors }
    : { ok: true, places: read.flatMap(({ place }) => (typeof place === 'string' ? [] : [place])) }
}

/** A place as a line that `parsePlaces` reads again. */
export const formatPlace = ({ episode, start, end, note }: Place) =>
  [episode, ...(start === null ? [] : [formatSpan({ start, end })]), ...(note ? [note] : [])].join(' ')

export type Cited = { kind: SubjectKind; code: string }
export type CitingRefusal = ItemRefusal | 'item_without_subject' | 'item_subject_absent' | 'subject_without_item'

type Targets = Readonly<Record<string, readonly SubjectKind[]>>

/** One item, tied to the subjects that it is cited for. */
function citedFor(
  code: string,
  named: readonly SubjectKind[],
  present: readonly SubjectKind[],
  taxonomy: readonly Item[],
): Outcome<Cited[], CitingRefusal> {
  const fitting = present.filter((kind) => judgeItem(code, kind, taxonomy).ok)
  const kinds = named.length > 0 ? named : fitting.length === 1 ? fitting : []
  if (kinds.length === 0) {
    const verdict = judgeItem(code, fitting[0] ?? present[0] ?? 'drama', taxonomy)
    return verdict.ok ? refuse('item_without_subject', { params: { code } }) : verdict
  }
  for (const kind of new Set(kinds)) {
    const verdict = judgeItem(code, kind, taxonomy)
    if (!verdict.ok) return verdict
    if (!present.includes(kind)) return refuse('item_subject_absent', { params: { code, kind } })
  }
  return ok([...new Set(kinds)].map((kind) => ({ kind, code })))
}

/**
 * Ties each cited item to the subjects of the report. An item that only one of them can be charged with needs no word; else the
 * filer says which. Every subject needs an item. A refusal names every item that stands in the way, as `items.V04-02`.
 */
export function citationsOf(
  codes: readonly string[],
  targets: Targets,
  present: readonly SubjectKind[],
  taxonomy: readonly Item[],
): Outcome<Cited[], CitingRefusal> {
  const read = [...new Set(codes)].map((code) => ({ code, tied: citedFor(code, targets[code] ?? [], present, taxonomy) }))
  const refused = read.flatMap(({ code, tied }) => (tied.ok ? [] : [{ field: `items.${code}`, code: tied.code, params: tied.params }]))
  const [first] = refused
  if (first) return refuse(first.code, { params: first.params, faults: refused })
  const cited = read.flatMap(({ tied }) => (tied.ok ? tied.value : []))
  const bare = present.find((kind) => cited.every((one) => one.kind !== kind))
  return bare ? refuse('subject_without_item', { params: { kind: bare }, field: 'items' }) : ok(cited)
}

const EVIDENCE_MAX = { count: 60, byteCount: 5 * 1024 ** 3 }

/** May a report that holds this much take one more file? */
export function mayTakeMore(
  there: { count: number; byteCount: number },
  byteCount: number,
): Outcome<true, 'files_too_many' | 'files_too_large'> {
  if (there.count >= EVIDENCE_MAX.count) return refuse('files_too_many', { params: { limit: EVIDENCE_MAX.count } })
  if (there.byteCount + byteCount > EVIDENCE_MAX.byteCount)
    return refuse('files_too_large', { params: { limit: EVIDENCE_MAX.byteCount / 1024 ** 3 } })
  return ok(true)
}

/** Only a report whose bureau has let its deadline pass, and which is not 总局's already, can be taken over. */
export const mayTakeOver = ({ escalatedAt, bureauId }: { escalatedAt: Date | null; bureauId: string }) =>
  escalatedAt !== null && bureauId !== NATIONAL_ID
