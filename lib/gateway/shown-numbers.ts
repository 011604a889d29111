import type { Part } from './archive'

const STYLES = /^\/?xl\/styles\.xml$/i
const SHEET = /^\/?xl\/worksheets\/[^/]+\.xml$/i
const FORMAT = /<(?:\w+:)?numFmt\b([^<>]*)>/g
const STYLES_OF_CELLS = [/<(?:\w+:)?cellXfs\b[^<>]*>/, /<\/(?:\w+:)?cellXfs>/] as const
const STYLE = /<(?:\w+:)?xf\b([^<>]*)>/g
/** A number in a cell: its attributes, a formula before it, its digits. */
const CELL = /<((?:\w+:)?)c\b([^<>]*)>(\s*(?:<\1f\b[^<>]*(?:\/>|>[^<]*<\/\1f>)\s*)?)<\1v>([-+.\deE]+)<\/\1v>/g
/** No more digits than a spreadsheet keeps. */
const WHOLE = /^\d{1,15}$/
const FORMAT_MAX = 255

const attribute = (attributes: string, name: string) => new RegExp(`(?:^|\\s)${name}\\s*=\\s*["']([^"']*)["']`).exec(attributes)?.[1]
const ENTITIES: Readonly<Record<string, string>> = { quot: '"', apos: "'", lt: '<', gt: '>', amp: '&' }
const plain = (text: string) => text.replace(/&(quot|apos|lt|gt|amp);/g, (_, name: string) => ENTITIES[name]!)
const escaped = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;')

type Piece = { digit: boolean; text: string }
/** How a number shows: as it is, as text of these pieces, or in a way that nobody here can be sure of. */
type Way = 'as_is' | 'unsure' | Piece[]
/** Of one format: how whole numbers above nought show, nought, and all others. */
type Shown = { above: Way; nought: Way; others: Way }

const TOKEN =
  /"(?<quoted>[^"]*)"|\\(?<single>.)|_.|\* |\[(?<bracket>[^\]]*)\]|(?<end>;)|(?<place>[0#]|General)|(?<power>E[+-][0#?]*)|(?<date>AM\/PM|A\/P|上午\/下午|[ymdhsebga])|(?<other>\.[0#?]*|[?,%@/*a-z])|(?<mark>.)/gisu
const DATE_IN_BRACKETS = /^(?:h+|m+|s+|\$-F[48]00)$/i
const SAYS_NOTHING = /^(?:black|blue|cyan|green|magenta|red|white|yellow|colou?r ?\d+|\$-[\da-f]{1,4})?$/i
const CURRENCY = /^\$([^-]+)(?:-[\da-f]{1,4})?$/i

type Section = { pieces: Piece[]; date: boolean; other: boolean; unsure: boolean; words: boolean }
const aSection = (): Section => ({ pieces: [], date: false, other: false, unsure: false, words: false })

function bracketIn(section: Section, bracket: string) {
  const currency = CURRENCY.exec(bracket)?.[1]
  if (DATE_IN_BRACKETS.test(bracket)) section.date = true
  else if (currency !== undefined) section.pieces.push({ digit: false, text: currency })
  else if (!SAYS_NOTHING.test(bracket)) section.unsure = true
}

/** A format's sections, for positive numbers, negative ones and nought; the one for text is left out. */
function sectionsOf(code: string): Section[] {
  const sections = [aSection()]
  for (const { 0: whole, groups = {} } of code.matchAll(TOKEN)) {
    const section = sections.at(-1)!
    const text = groups.quoted ?? groups.single ?? groups.mark
    if (groups.end) sections.push(aSection())
    else if (groups.bracket !== undefined) bracketIn(section, groups.bracket)
    else if (groups.place) section.pieces.push({ digit: true, text: groups.place })
    else if (groups.date) section.date = true
    else if (groups.power || groups.other) {
      section.other = true
      section.words ||= whole === '@'
    } else if (text) section.pieces.push({ digit: false, text })
  }
  return sections.length > 1 && sections.at(-1)!.words ? sections.slice(0, -1) : sections
}

const writes = ({ pieces }: Section) => pieces.some(({ digit, text }) => !digit && text.trim() !== '')
function wayOf(section: Section, isOnly: boolean): Way {
  const { pieces, date, other, unsure } = section
  const places = pieces.filter(({ digit }) => digit)
  if (date && places.length === 0) return 'as_is'
  const isPlain = !writes(section) && places.filter(({ text }) => text === '0').length < 2
  if (unsure || date || (other && !isPlain) || (!isOnly && pieces.length === 0 && !other)) return 'unsure'
  return isPlain ? 'as_is' : pieces
}

function shownBy(code: string): Shown {
  const sections = code.length > FORMAT_MAX ? [] : sectionsOf(code)
  const ways = sections.map((section) => wayOf(section, sections.length === 1))
  const above = ways[0] ?? 'unsure'
  // A condition decides which section speaks; only where none of them writes anything does it not matter.
  const isSure = ways.length > 0 && !(sections.some(({ unsure }) => unsure) && ways.some((way) => way !== 'as_is'))
  if (!isSure) return { above: 'unsure', nought: 'unsure', others: 'unsure' }
  return { above, nought: ways[2] ?? above, others: sections.some((section) => !section.date && writes(section)) ? 'unsure' : 'as_is' }
}

/** Digits from the right in the places of a format; what is left of them stands before the first. */
function filled(pieces: readonly Piece[], digits: string): string {
  const places = pieces.filter(({ digit }) => digit)
  const own = digits.replace(/^0+/, '')
  const all = own.padStart(places.length, ' ')
  let at = all.length - places.length
  let isFirst = true
  let begun = false
  return pieces
    .map(({ digit, text }) => {
      if (!digit) return text
      const from = isFirst ? 0 : at
      isFirst = false
      at += 1
      begun ||= text !== '#'
      return all.slice(from, at).replace(' ', begun ? '0' : '')
    })
    .join('')
}

/** Which styles of cells do not show a number as it is, by their place. */
function stylesIn(xml: string): Map<string, Shown> {
  const formats = new Map<string, Shown>()
  for (const [, attributes = ''] of xml.matchAll(FORMAT)) {
    const shown = shownBy(plain(attribute(attributes, 'formatCode') ?? ''))
    if (Object.values(shown).some((way) => way !== 'as_is')) formats.set(attribute(attributes, 'numFmtId') ?? '', shown)
  }
  const styles = new Map<string, Shown>()
  if (formats.size === 0) return styles
  const [begin, end] = STYLES_OF_CELLS
  const ofCells = xml.split(begin)[1]?.split(end)[0] ?? ''
  for (const [at, [, attributes = '']] of [...ofCells.matchAll(STYLE)].entries()) {
    const shown = formats.get(attribute(attributes, 'numFmtId') ?? '')
    if (shown) styles.set(String(at), shown)
  }
  return styles
}

/** What stands in a cell of which nobody can be sure what it shows. */
export const UNSURE = '#FORMAT!'

/**
 * A workbook's parts in which a whole number whose format writes zeros or words beside it, an id of `000000000` or `"DY-"0`, stands
 * as the text that its cell shows, and one of a format that cannot be told, by conditions or with decimals, as the error `UNSURE`.
 * Other parts and other cells are left as they are.
 */
export function withShownNumbers(parts: readonly Part[]): Part[] {
  const styles = stylesIn(parts.find(({ name }) => STYLES.test(name))?.bytes.toString('utf8') ?? '')
  if (styles.size === 0) return [...parts]
  return parts.map((part) => {
    if (!SHEET.test(part.name)) return part
    const text = part.bytes.toString('utf8').replace(CELL, (cell, prefix: string, attributes: string, formula: string, digits: string) => {
      const shown = styles.get(attribute(attributes, 's') ?? '0')
      const kind = attribute(attributes, 't')
      if (!shown || (kind !== undefined && kind !== 'n')) return cell
      const way = !WHOLE.test(digits) ? shown.others : Number(digits) === 0 ? shown.nought : shown.above
      if (way === 'as_is') return cell
      const others = attributes.replace(/(?:^|\s)t\s*=\s*["']n["']/, '')
      const [type, value] = way === 'unsure' ? ['e', UNSURE] : ['str', escaped(filled(way, digits))]
      return `<${prefix}c${others} t="${type}">${formula}<${prefix}v>${value}</${prefix}v>`
    })
    return { name: part.name, bytes: Buffer.from(text) }
  })
}
