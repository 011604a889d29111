// 一行一件: one violation of one subject with what was done about it, as platforms list them in their notices (2023-11 and after).
import type { Fault, Outcome } from '../../kernel/outcome'
import { ok, refuse } from '../../kernel/outcome'
import type { Day } from '../../kernel/time'
import type { LadderRung, Target, ViolationItem } from '../../rulebook/rules/book'
import { judgeItem } from '../../violation/rules'
import type { Stage } from '../../violation/workflow'
import { EPISODES, MINUTES, readAmount, readCode, readLinks, readText, type Units } from './cells'
import type { Column } from './columns'
import type { Cell, Grid } from './grid'
import { type Measured, measureMeant } from './measure'
import { readMoment } from './moment'
import { inDigits } from './numerals'
import { readRung } from './rung'

/** The rulebook as far as rows are judged by it, and the day on which they are. */
export type RowLaw = { taxonomy: readonly ViolationItem[]; ladder: readonly LadderRung[]; today: Day }
/** A row that can be recorded. `number`: the official number, the app id or the account id. */
export type Entry = {
  reference: string
  kind: Target
  name: string
  number: string | null
  maker: string | null
  episode: number | null
  items: string[]
  seenOn: Day
  found: string
  stage: Stage
  links: string[]
  episodeCount: number | null
  totalSeconds: number | null
  measure: Measured | null
}

const word = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_-]/g, '')
const known = <T extends string>(words: Record<T, string>) =>
  new Map((Object.entries(words) as [T, string][]).flatMap(([value, names]) => names.split(' ').map((name) => [name, value] as const)))
const KINDS = known<Target>({
  drama: '微短剧 短剧 剧 作品 微短剧作品 整部 drama work microdrama series',
  episode: '剧集 集 单集 分集 episode',
  mini_program: '小程序 微信小程序 抖音小程序 快手小程序 miniprogram miniapp app',
  account: '账号 帐号 账户 帐户 account',
})
const STAGES = known<Stage>({
  before_airing: '上线前 播前 播出前 首播前 拦截 上线前拦截 未上线 beforeairing before',
  after_airing: '上线后 播后 播出后 首播后 已上线 afterairing after',
})

type Fields = Partial<Record<Column, Cell>>
/** Gathers what is wrong, cell by cell; a value that was refused is null from there on. */
function reader(fields: Fields) {
  const faults: Fault[] = []
  const complain = (field: Column, code: string, params?: Fault['params']) => {
    faults.push({ field, code, ...(params && { params }) })
    return null
  }
  const take = <T>(field: Column, read: (cell: Cell | undefined) => Outcome<T | null>): T | null => {
    const value = read(fields[field])
    return value.ok ? value.value : complain(field, value.code, value.params)
  }
  const must = <T>(field: Column, read: (cell: Cell | undefined) => Outcome<T | null>): T | null => {
    const before = faults.length
    const value = take(field, read)
    return value === null && faults.length === before ? complain(field, 'required') : value
  }
  return { faults, complain, take, must }
}

const oneOf =
  <T>(words: ReadonlyMap<string, T>, code: string) =>
  (cell: Cell | undefined): Outcome<T | null> => {
    const text = readText(cell)
    if (!text.ok || text.value === null) return text as Outcome<null>
    const value = words.get(word(text.value))
    return value === undefined ? refuse(code) : ok(value)
  }

const ITEMS_MAX = 10
const CODE = /^V(\d{2})(?:[-–—]?(\d{2}))?$/i
const LIKE_CODE = /^V\s*\d/i

/** `V04-02`, `V0402 软色情擦边`, several with any mark between them; an item may also be called by its name. */
function readItems(taxonomy: readonly ViolationItem[]) {
  const itemCalled = (part: string, whole: string) =>
    taxonomy.find(({ parent, zh, en }) => parent !== null && (zh === part || en.toLowerCase() === whole.toLowerCase()))
  const isOfName = (code: string | undefined, part: string) =>
    taxonomy.some((item) => item.code === code && [item.zh, item.en.toLowerCase()].some((name) => name.includes(part.toLowerCase())))
  return (cell: Cell | undefined): Outcome<string[] | null> => {
    const text = readText(cell)
    if (!text.ok || text.value === null) return text as Outcome<null>
    const codes: string[] = []
    for (const item of text.value.normalize('NFKC').split(/[|、,;/\n]+/))
      for (const [nth, part] of item
        .split(/[\s:()]+/)
        .filter(Boolean)
        .entries()) {
        const [, group, code] = CODE.exec(part) ?? []
        const byName = group || nth > 0 ? undefined : itemCalled(part, text.value)
        if (group) codes.push(code ? `V${group}-${code}` : `V${group}`)
        else if (byName) codes.push(byName.code)
        // Behind a code stands whatever it is called; what stands alone has to be an item, or the rest of the name before.
        else if (LIKE_CODE.test(part) || (nth === 0 && !isOfName(codes.at(-1), part)))
          return refuse('item_unknown', { params: { code: part } })
      }
    const each = [...new Set(codes)]
    return each.length > ITEMS_MAX ? refuse('too_many', { params: { maximum: ITEMS_MAX } }) : ok(each)
  }
}

/** What an item is cited for: what concerns an episode is cited for its work. */
const citedFor = (kind: Target) => (kind === 'episode' ? 'drama' : kind)

/** In a cell of terms: none. */
const NO_TERM = /^(?:无|没有|\/|-|—|none|n\/?a)$/i

const EPISODE_MAX = 9_999
const COUNT_MAX = 10_000
const MINUTES_MAX = 100_000

/**
 * What the columns as a whole say of their cells: `rounded`, codes that the spreadsheet has rounded; `factors`, what a bare number
 * stands for in the unit that its head names.
 */
type Below = { rounded: ReadonlySet<Column>; factors: ReadonlyMap<Column, number> }
const BELOW_NOTHING: Below = { rounded: new Set(), factors: new Map() }
const BARE = /^\d{1,4}$/

/** Judges a row: the entry to record, or every cell that has to change, by column. Columns of codes are read digit by digit. */
export function judgeRow(
  fields: Fields,
  { taxonomy, ladder, today }: RowLaw,
  epoch: Grid['epoch'],
  { rounded, factors }: Below = BELOW_NOTHING,
): Outcome<Entry> {
  const within = (column: Column, units: Units): Units => ({ ...units, '': factors.get(column) ?? units['']! })
  const { faults, complain, take, must } = reader(fields)
  const code = (column: Column, limit: number) => (cell: Cell | undefined) =>
    rounded.has(column) ? (refuse('code_rounded') as Outcome<string | null>) : readCode(cell, limit)
  const reference = must('reference', code('reference', 64))
  const kind = must('kind', oneOf(KINDS, 'kind_unknown'))
  const handle = take('handle', (cell) => readText(cell, 100))
  const title = take('name', (cell) => readText(cell, 100))
  const name = kind === 'account' ? (handle ?? title) : title
  if (kind && !name && !faults.some(({ field }) => field === 'name' || field === 'handle'))
    complain(kind === 'account' ? 'handle' : 'name', 'required')
  const number = take('number', code('number', 100))
  const numberless = number === null && !faults.some(({ field }) => field === 'number')
  if (numberless && (kind === 'account' || kind === 'mini_program'))
    complain('number', kind === 'account' ? 'account_id_missing' : 'app_id_missing')
  const maker = take('maker', (cell) => readText(cell, 100))
  const episode = take('episode', (cell) => readAmount(cell, EPISODE_MAX, EPISODES))
  if (kind === 'episode' && episode === null && !faults.some(({ field }) => field === 'episode')) complain('episode', 'episode_missing')
  if (kind && kind !== 'episode' && episode !== null) complain('episode', 'episode_unexpected')
  const items = must('items', readItems(taxonomy))
  for (const one of kind && items ? items : []) {
    const verdict = judgeItem(one, citedFor(kind!), taxonomy)
    if (!verdict.ok) complain('items', verdict.code, { code: one, kind: kind! })
  }
  const seen = must('seenOn', (cell) => readMoment(cell, epoch))
  if (seen && seen.day > today) complain('seenOn', 'seen_in_future')
  const found = must('found', (cell) => readText(cell, 2000))
  const stage = must('stage', oneOf(STAGES, 'stage_unknown'))
  const links = take('link', readLinks)
  const episodeCount = take('episodeCount', (cell) => readAmount(cell, COUNT_MAX, within('episodeCount', EPISODES)))
  const minutes = take('minutes', (cell) => readAmount(cell, MINUTES_MAX, within('minutes', MINUTES), true))
  if (kind && (kind === 'account' || kind === 'mini_program')) {
    if (episodeCount !== null) complain('episodeCount', 'count_unexpected')
    if (minutes !== null) complain('minutes', 'count_unexpected')
  }
  if (kind === 'episode' && episodeCount !== null && episodeCount !== 1) complain('episodeCount', 'one_episode')

  const asked = take('rung', readRung(ladder))
  const rungWrong = faults.some(({ field }) => field === 'rung')
  const isMeasured = asked !== null && asked.rungs.length > 0
  // What was kept from airing needs no measure; what aired does.
  if (!isMeasured && !rungWrong && stage === 'after_airing') complain('rung', 'measure_missing')
  const since = take('since', (cell) => readMoment(cell, epoch)) ?? (seen && { day: seen.day, time: null })
  const until = take('until', (cell) => readMoment(cell, epoch))
  const written = take('parameter', (cell) => readText(cell, 20))
  const hours = factors.get('parameter')
  const bare = inDigits((written ?? '').normalize('NFKC'))
  const inHours = hours !== undefined && BARE.test(bare) ? `${Number(bare) * hours}h` : written
  const term = NO_TERM.test(written ?? '') ? null : inHours
  if (since && since.day > today) complain('since', 'since_in_future')
  // Nobody acts on what has not been found yet: one of the two dates is mistyped.
  if (since && seen && seen.day <= today && since.day < seen.day) complain('since', 'since_before_seen', { seen: seen.day })
  let measure: Measured | null = null
  if (isMeasured && kind && since) {
    const meant = measureMeant({ asked, kind, parameter: term, since, until }, ladder)
    if (meant.ok) measure = meant.value
    else complain(meant.field as Column, meant.code, meant.params)
  }
  if (!isMeasured && !rungWrong)
    for (const [field, value] of [
      ['parameter', term],
      ['until', until],
    ] as const)
      if (value !== null) complain(field, 'measure_absent')

  if (faults.length > 0) return refuse('row_wrong', { faults })
  return ok({
    reference: reference!,
    kind: kind!,
    name: name!,
    number,
    maker,
    episode,
    items: items!,
    seenOn: seen!.day,
    found: found!,
    stage: stage!,
    links: links ?? [],
    episodeCount: kind === 'episode' ? 1 : episodeCount,
    totalSeconds: minutes === null ? null : Math.round(minutes * 60),
    measure,
  })
}
