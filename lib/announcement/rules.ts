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

const DIGITS = /[0-9０-９]+(?:[,，.．][0-9０-９]+)*(?:\s*[%％‰])?/g
const CHINESE = /[〇零一二两三四五六七八九十百千万亿]{2,}|[一二两三四五六七八九十百千万亿]+(?=余?[部个集条起家名款期次])/g

/** The numbers that a title and a text say by themselves, outside of figures, as they stand there; whoever approves is shown them. */
export function loneNumbers(...texts: string[]): string[] {
  const words = texts.map((text) => text.replace(FIGURE, ' '))
  return [...new Set(words.flatMap((text) => [...(text.match(DIGITS) ?? []), ...(text.match(CHINESE) ?? [])]))]
}

/** What an issuer can announce about itself; 总局 about all. */
export const ANNOUNCED = [
  'found_works',
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
