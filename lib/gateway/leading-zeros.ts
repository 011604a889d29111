import type { Part } from './archive'

const STYLES = /^\/?xl\/styles\.xml$/i
const SHEET = /^\/?xl\/worksheets\/[^/]+\.xml$/i
const FORMAT = /<(?:\w+:)?numFmt\b([^<>]*)>/g
const STYLES_OF_CELLS = [/<(?:\w+:)?cellXfs\b[^<>]*>/, /<\/(?:\w+:)?cellXfs>/] as const
const STYLE = /<(?:\w+:)?xf\b([^<>]*)>/g
/** A whole number in a cell: its attributes, a formula before it, its digits; no more of them than a spreadsheet keeps. */
const CELL = /<((?:\w+:)?)c\b([^<>]*)>(\s*(?:<\1f\b[^<>]*(?:\/>|>[^<]*<\/\1f>)\s*)?)<\1v>(\d{1,15})<\/\1v>/g
const FORMAT_MAX = 255

const attribute = (attributes: string, name: string) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' }
const plain = (text: string) => text.replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => ENTITIES[name]!)
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

type Piece = { digit: boolean; text: string }
/** `000000000`, `"ID"0000`, `000-000`: what a format of zeros and fixed text is made of; nothing for any other. */
function piecesOf(code: string): Piece[] | undefined {
  const [first = ''] = code.slice(0, FORMAT_MAX).split(';')
  const pieces: Piece[] = []
  let rest = first.replace(/^(?:\[[^\]]*\])+/, '')
  while (rest) {
    const [whole, quoted, single, mark] = /^(?:0|"([^"]*)"|\\(.)|([- ])|_.)/su.exec(rest) ?? []
    if (whole === undefined) return undefined
    pieces.push(whole === '0' ? { digit: true, text: '0' } : { digit: false, text: quoted ?? single ?? mark ?? '' })
    rest = rest.slice(whole.length)
  }
  return pieces.filter(({ digit }) => digit).length > 1 ? pieces : undefined
}

/** Digits from the right in the places of zeros; what is left of them stands before the first. */
function filled(pieces: readonly Piece[], digits: string): string {
  const places = pieces.filter(({ digit }) => digit).length
  const all = digits.padStart(places, '0')
  let at = all.length - places
  let isFirst = true
  return pieces
    .map(({ digit, text }) => {
      if (!digit) return text
      const from = isFirst ? 0 : at
      isFirst = false
      at += 1
      return all.slice(from, at)
    })
    .join('')
}

/** Which styles of cells write a number with leading zeros, by their place. */
function stylesIn(xml: string): Map<string, Piece[]> {
  const formats = new Map<string, Piece[]>()
  for (const [, attributes = ''] of xml.matchAll(FORMAT)) {
    const pieces = piecesOf(plain(attribute(attributes, 'formatCode') ?? ''))
    if (pieces) formats.set(attribute(attributes, 'numFmtId') ?? '', pieces)
  }
  const styles = new Map<string, Piece[]>()
  if (formats.size === 0) return styles
  const [begin, end] = STYLES_OF_CELLS
  const ofCells = xml.split(begin)[1]?.split(end)[0] ?? ''
  for (const [at, [, attributes = '']] of [...ofCells.matchAll(STYLE)].entries()) {
    const pieces = formats.get(attribute(attributes, 'numFmtId') ?? '')
    if (pieces) styles.set(String(at), pieces)
  }
  return styles
}

/**
 * A workbook's parts in which a whole number whose format writes zeros before it, an id of `000000000`, stands as the text that
 * its cell shows. Other parts and other cells are left as they are.
 */
export function withLeadingZeros(parts: readonly Part[]): Part[] {
  const styles = stylesIn(parts.find(({ name }) => STYLES.test(name))?.bytes.toString('utf8') ?? '')
  if (styles.size === 0) return [...parts]
  return parts.map((part) => {
    if (!SHEET.test(part.name)) return part
    const text = part.bytes.toString('utf8').replace(CELL, (cell, prefix: string, attributes: string, formula: string, digits: string) => {
      const pieces = styles.get(attribute(attributes, 's') ?? '')
      const kind = attribute(attributes, 't')
      if (!pieces || (kind !== undefined && kind !== 'n')) return cell
      const others = attributes.replace(/(?:^|\s)t\s*=\s*["']n["']/, '')
      return `<${prefix}c${others} t="str">${formula}<${prefix}v>${escaped(filled(pieces, digits))}</${prefix}v>`
    })
    return { name: part.name, bytes: Buffer.from(text) }
  })
}
