// 公告的正文: headings, lists, paragraphs and figures; every number in it is either a figure of the record or pointed out before approval.
import type { FigureDefinition } from '../figure/rules'
import { addDays, type Day, startOf } from '../kernel/time'

/** A piece of a line: words, or a figure by its key. */
export type Piece = { words: string } | { figure: string }
export type Block = { kind: 'heading'; pieces: Piece[] } | { kind: 'paragraph'; pieces: Piece[] } | { kind: 'list'; items: Piece[][] }

const FIGURE = /\{(f\d{1,2})\}/g

/** `处置 {f1} 部` as words and figures. */
export function piecesOf(line: string): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  for (const found of line.matchAll(FIGURE)) {
    if (found.index > at) pieces.push({ words: line.slice(at, found.index) })
    pieces.push({ figure: found[1]! })
    at = found.index + found[0].length
  }
  if (at < line.length) pieces.push({ words: line.slice(at) })
  return pieces
}

/** Reads a text as people type it: `# ` begins a heading, `- ` an item of a list, an empty line ends a paragraph. */
export function blocksOf(body: string): Block[] {
  const blocks: Block[] = []
  let open: string[] = []
  const close = () => {
    if (open.length) blocks.push({ kind: 'paragraph', pieces: piecesOf(open.join('')) })
    open = []
  }
  for (const raw of body.split(/\r\n?|\n/)) {
    const line = raw.trim()
    const item = /^[-*•·] +(.+)$/.exec(line)?.[1]
    const heading = /^#{1,3} +(.+)$/.exec(line)?.[1]
    if (item) {
      close()
      const last = blocks.at(-1)
      if (last?.kind === 'list') last.items.push(piecesOf(item))
      else blocks.push({ kind: 'list', items: [piecesOf(item)] })
    } else if (heading) {
      close()
      blocks.push({ kind: 'heading', pieces: piecesOf(heading) })
    } else if (line === '') close()
    else open.push(line)
  }
  close()
  return blocks
}

/** The keys of the figures that a text names, each once. */
export const figureKeys = (body: string) => [...new Set([...body.matchAll(FIGURE)].map(([, key]) => key!))]

const BIG = '十百千万亿拾佰仟萬億'
const ROUGH = '余多餘'
const NUMERAL = `〇零一二两兩三四五六七八九廿卅壹贰貳叁參肆伍陆陸柒捌玖${BIG}`
const MEASURE =
  '(?:[部个個集条條起家名款期次批位人轮輪项項件份类种種例宗户戶台处處所场届章节篇段则张只本组支天日月年周季秒元倍级号岁省点大]|小时|分钟|方面)'
/** The end of a clause, of a line or of the text. */
const ENDS = '(?=[^\\S\\n]*(?:[，。；！？、,;!?）)\\n]|$))'
const TENTH = '成(?![为立功员长片品年本人分绩都果效语])'
const ENGLISH = [
  'one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen',
  '(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundreds?|thousands?|millions?|billions?|dozens?|half|twice',
  '(?:third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)s?',
].join('|')

/** Words that hold a numeral and count nothing. */
const NO_NUMBER = new RegExp(
  [
    `(?<![${NUMERAL}])一(?:些|旦|律|经|定|直|并|般|切|致|样|再|时|同|系列|方面|部分|次性|体化|站式|线|成不变|刀切|盘棋|如既往|心一意|一|点(?![${NUMERAL}]))`,
    `(?:周|星期|礼拜|初)[一二三四五六七八九十]${ENDS}|不三不四|[丢颠推朝]三[落倒阻暮]四|接二连三|张三|李四`,
    '[统唯同逐单专万]一|进一步|第一时间|第一线|第三方|双十一|百家号|二次(?=元|创作|剪辑|加工|传播)',
    '十分(?![钟之])|万分(?!之)|千万(?=[不别要])|千家万户|千方百计|五花八门|四面八方|三三两两|零部件|零点',
    "\\b(?:no|any|every|each|some) one\\b|\\bone(?= another\\b|’s|'s)|\\bthird[ -]part(?:y|ies)\\b",
  ].join('|'),
  'giu',
)
const NUMBER = new RegExp(
  [
    `\\p{Nd}+(?:[,，.．]\\p{Nd}+)*(?:\\s*[%％‰]|[${BIG}]+)?[${ROUGH}]?`,
    `[${NUMERAL}几]+分之[${NUMERAL}几]+`,
    `[${NUMERAL}]+${TENTH}[${NUMERAL}半]?`,
    `(?:数以|多达|高达|达到?|逾|超过?|近|约|上|成)[${BIG}]+(?:上[${BIG}]+)?[计計${ROUGH}]?(?![${NUMERAL}分度货合科古])`,
    '若干|翻(?:了|一|两|几|数)*[番倍]|[双数几]倍',
    `(?<=[\\p{Script=Han}：:])(?<![第其之不归划合如])[一二两兩三四五六七八九十]${ENDS}`,
    `[数几][${BIG}]+[${ROUGH}]?[${BIG}]*`,
    `[${NUMERAL}]*[${BIG}](?:[${ROUGH}几]|来(?=${MEASURE}))[${BIG}]*`,
    `[${NUMERAL}]+点[${NUMERAL}]+`,
    `[${NUMERAL}]{2,}`,
    `(?:(?<![每任某这那之])一|(?<![登着大队收放])[肆伍陆陸拾]|(?![一肆伍陆陸拾])[${NUMERAL}])[${ROUGH}]?(?=[^\\S\\n]*${MEASURE})`,
    '[一过]半|半数',
    '\\p{No}|[Ⅰ-ↈ]+',
    '\\b(?=[IVX]{2})(?!X+\\b)X{0,3}(?:IX|IV|V?I{0,3})\\b',
    `(?i:\\b(?:${ENGLISH})\\b(?:(?:\\s+and\\s+|[\\s-]+)(?:${ENGLISH})\\b)*)`,
  ].join('|'),
  'gu',
)

/** The numbers that a title and a text say by themselves, outside of figures, as they stand there; whoever approves is shown them. */
export function loneNumbers(...texts: string[]): string[] {
  const words = texts.map((text) => text.replace(FIGURE, ' ').replace(NO_NUMBER, ' '))
  return [...new Set(words.flatMap((text) => text.match(NUMBER) ?? []))]
}

/** What an issuer can announce about itself; 总局 about all. */
export const ANNOUNCED = [
  'found_works',
  'found_mini_programs',
  'found_accounts',
  'intercepted_works',
  'removed_works',
  'removed_episodes',
  'removed_minutes',
  'handled_mini_programs',
  'handled_accounts',
  'rectified',
  'refused',
  'proposed',
  'orders_carried_out',
  'inspected',
  'inspection_hits',
] as const
export type Announced = (typeof ANNOUNCED)[number]

const MEANING: Record<Announced, FigureDefinition> = {
  found_works: { what: 'found', measure: 'targets', targetKinds: ['drama'] },
  found_mini_programs: { what: 'found', measure: 'targets', targetKinds: ['mini_program'] },
  found_accounts: { what: 'found', measure: 'targets', targetKinds: ['account'] },
  intercepted_works: { what: 'found', measure: 'targets', targetKinds: ['drama'], stage: 'before_airing' },
  removed_works: { what: 'measured', measure: 'targets', targetKinds: ['drama'], rungs: ['P3'] },
  removed_episodes: { what: 'measured', measure: 'episodes', targetKinds: ['drama', 'episode'], rungs: ['P2', 'P3'] },
  removed_minutes: { what: 'measured', measure: 'minutes', targetKinds: ['drama', 'episode'], rungs: ['P2', 'P3'] },
  handled_mini_programs: { what: 'measured', measure: 'targets', targetKinds: ['mini_program'] },
  handled_accounts: { what: 'measured', measure: 'targets', targetKinds: ['account'] },
  rectified: { what: 'rectified', measure: 'targets' },
  refused: { what: 'refused', measure: 'targets' },
  proposed: { what: 'proposed', measure: 'targets', targetKinds: ['drama'] },
  orders_carried_out: { what: 'carried_out', measure: 'targets', targetKinds: ['drama'] },
  inspected: { what: 'inspected', measure: 'targets' },
  inspection_hits: { what: 'hit', measure: 'targets' },
}

/**
 * Are the records of a figure kept from the public? What is proposed for the blacklist is not listed yet, and who proposed it is
 * sealed; which subjects were inspected is not made public. How many they are is published.
 */
export const isSealed = ({ what }: Pick<FigureDefinition, 'what'>): boolean => ['proposed', 'inspected', 'hit'].includes(what)

type Chosen = { figure: Announced; fromOn?: Day | null; toOn?: Day | null; rung?: string | null; batchId?: string | null }

/** A chosen figure by the record's own terms, narrowed to its issuer unless that is 总局. */
export function definitionOf(
  { figure, fromOn, toOn, rung, batchId }: Chosen,
  issuer: { id: string; isNational: boolean },
): FigureDefinition {
  return {
    ...MEANING[figure],
    ...(rung && { rungs: [rung] }),
    ...(batchId && { batchId }),
    ...(!issuer.isNational && { ownerIds: [issuer.id] }),
    ...(fromOn && { from: startOf(fromOn).toISOString() }),
    ...(toOn && { to: startOf(addDays(toOn, 1)).toISOString() }),
  }
}

/** 夜航剧场 as 夜***场: an account is named so that its holder knows it and nobody else. */
export function masked(handle: string): string {
  const letters = [...handle]
  return letters.length < 2 ? `${letters[0] ?? ''}***` : `${letters[0]}***${letters.at(-1)}`
}
