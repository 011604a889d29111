// What a micro-drama is (Order 16 art. 2: episodes under 20 minutes; before, up to about 15), and its episodes as people paste them.
import type { Fault } from '../../kernel/outcome'
import type { Day } from '../../kernel/time'
import { formatTimecode, halfWidth, LENGTH, parseLength } from './timecode'

export type Episode = { number: number; title: string; seconds: number }
export const EPISODE_FAULTS = [
  'not_understood',
  'number_missing',
  'length_missing',
  'length_not_positive',
  'number_repeated',
  'too_many',
] as const
export type EpisodeFault = (typeof EPISODE_FAULTS)[number]
/** `line` counts from 1 in the text as it was pasted; `text` is that line. */
export type EpisodeError = { line: number; text: string; code: EpisodeFault }
export type ParsedEpisodes = { ok: true; episodes: Episode[] } | { ok: false; errors: EpisodeError[] }

export const EPISODES_MAX = 2000
/** So many lines that cannot be read are named at once. */
export const UNREAD_SHOWN = 5
const LINE_MAX = 300

/** Total length in minutes, rounded up as the filing form asks. */
export const totalMinutes = (episodes: readonly Pick<Episode, 'seconds'>[]) =>
  Math.ceil(episodes.reduce((sum, { seconds }) => sum + seconds, 0) / 60)

const ORDER_16 = '2026-09-01' as Day
/** Is an episode too long for a micro-drama, by the law of the date? */
export const isTooLong = (seconds: number, on: Day) => (on >= ORDER_16 ? seconds >= 20 * 60 : seconds > 15 * 60)

const NUMBER = String.raw`(?:第 ?|ep(?:isode)? ?|# ?)?(\d{1,6})(?!\d) ?[集回话]?`
const UNIFORM = new RegExp(
  String.raw`^(?:共 ?)?(\d{1,6}) ?(?:[集回话]|episodes?|eps?)? ?(?:[x×✕✖*]|,? ?(?:每集|各)) ?(${LENGTH}|\d+)$`,
  'i',
)
const SOME = `^${NUMBER} ?[-–—~至到] ?${NUMBER}`
const RANGE = new RegExp(String.raw`${SOME}[ ,:]+(?:(?:每集|各) ?)?(${LENGTH}|\d+)$`, 'i')
const BARE_RANGE = new RegExp(`${SOME}$`, 'i')
const HEAD = new RegExp(`^${NUMBER}[ .、,:)|–—-]*`, 'i')
const TAIL = new RegExp(String.raw`(?:(?<![\d:.])${LENGTH}|(?<![^ ,|(])\d+) ?\)?$`, 'i')
const SEPARATORS = /[\s,，|(（、.:：–—-]+$/
const HEADING = /^\D*$/

type Found = Episode[] | EpisodeFault

function numbered(from: number, to: number, length: string): Found {
  const seconds = parseLength(length)
  if (seconds === undefined || from < 1 || to < from) return 'not_understood'
  if (seconds === 0) return 'length_not_positive'
  if (to - from >= EPISODES_MAX) return 'too_many'
  return Array.from({ length: to - from + 1 }, (_, at) => ({ number: from + at, title: '', seconds }))
}

/** Number, title and length of a line; `raw` is the same line before its full-width characters were folded, and gives the title. */
function single(line: string, raw: string): Found {
  const head = HEAD.exec(line)
  const tail = TAIL.exec(line)
  if (!head) return tail ? 'number_missing' : 'not_understood'
  if (/^\d+$/.test(line) || BARE_RANGE.test(line)) return 'length_missing'
  if (parseLength(line) !== undefined) return 'number_missing'
  if (!tail || tail.index < head[0].length) return 'length_missing'
  const title = raw.slice(head[0].length, tail.index).trim().replace(SEPARATORS, '')
  const number = Number(head[1])
  const found = numbered(number, number, tail[0].replace(')', ''))
  return typeof found === 'string' ? found : found.map((episode) => ({ ...episode, title }))
}

/** `80 × 90` stands alone; among other lines it would be the episode 80 with the title ×. */
function episodesOf(raw: string, alone: boolean): Found {
  const line = halfWidth(raw)
  if (line.length > LINE_MAX) return 'not_understood'
  const uniform = alone ? UNIFORM.exec(line) : null
  if (uniform) return numbered(1, Number(uniform[1]), uniform[2]!)
  const range = RANGE.exec(line)
  return range ? numbered(Number(range[1]), Number(range[2]), range[3]!) : single(line, raw)
}

/**
 * Reads a list of episodes as people paste it: `80 × 90 s`, `80 集 × 1分30秒`, `1-20 01:30`, or a line each with number, title and length,
 * out of a table or typed. Empty lines and a heading do not count; titles keep their own characters; the list comes back by number.
 * One bad line refuses the whole text, and every bad line is named with its code.
 */
export function parseEpisodes(text: string): ParsedEpisodes {
  const errors: EpisodeError[] = []
  const episodes = new Map<number, Episode>()
  const lines = text.split(/\r\n?|\n/).map((raw, at) => ({ line: at + 1, text: raw.trim().replace(/[\s\u3000]+/g, ' ') }))
  const filled = lines.filter((line) => line.text !== '')
  const heading = filled.length > 1 && HEADING.test(halfWidth(filled[0]!.text)) ? filled[0] : undefined
  for (const each of filled) {
    if (each === heading) continue
    const found = episodesOf(each.text, filled.length === 1)
    if (typeof found === 'string') errors.push({ ...each, code: found })
    else if (found.some(({ number }) => episodes.has(number))) errors.push({ ...each, code: 'number_repeated' })
    else if (episodes.size + found.length > EPISODES_MAX) errors.push({ ...each, code: 'too_many' })
    else for (const episode of found) episodes.set(episode.number, episode)
  }
  if (errors.length > 0) return { ok: false, errors }
  return { ok: true, episodes: [...episodes.values()].toSorted((a, b) => a.number - b.number) }
}

/** An episode that the work does not have, where it is known which is its last. */
export const beyondWork = (field: string, episode: number, last: number | null): Fault[] =>
  last !== null && episode > last ? [{ field, code: 'episode_beyond_work', params: { episode, last } }] : []

type Where = { episode: number; start: number | null; end: number | null }
/**
 * A place that a work does not have, as far as its episodes and their lengths are known: an episode behind the last one, or a time
 * behind its episode's end. `fields`: where each was typed.
 */
export function outsideWork(at: Where, lengths: ReadonlyMap<number, number | null>, fields: Record<keyof Where, string>): Fault[] {
  const { episode } = at
  const beyond = beyondWork(fields.episode, episode, lengths.size > 0 ? Math.max(...lengths.keys()) : null)
  const length = lengths.get(episode)
  if (beyond.length > 0 || typeof length !== 'number') return beyond
  const late = (['start', 'end'] as const).find((name) => (at[name] ?? 0) > length)
  return late ? [{ field: fields[late], code: 'time_beyond_episode', params: { episode, length: formatTimecode(length) } }] : []
}
