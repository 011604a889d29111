// 备案申请表: the union of the forms in use, as it is typed and as it is filed.
import { EPISODES_MAX, type Episode, isTooLong, parseEpisodes, UNREAD_SHOWN } from '../../drama/rules/episodes'
import { parseLength } from '../../drama/rules/timecode'
import { ERAS, FORMS, GENRES, SPECIAL_SUBJECTS } from '../../drama/workflow'
import { wholeOf } from '../../kernel/number'
import type { Fault, Params } from '../../kernel/outcome'
import type { Day } from '../../kernel/time'
import type { Declaration } from '../../rulebook/rules/tier'
import { yuanToFen } from './money'

/** What a filing says, field by field, in the order of the form; a reviewer returns these. */
export const FIELDS = [
  'title',
  'aliases',
  'era',
  'genre',
  'form',
  'aiMade',
  'episodes',
  'synopsis',
  'producer',
  'investment',
  'specialSubjects',
  'mainPush',
  'firstScreen',
  'voluntary',
  'platformIds',
  'poster',
] as const
export type Field = (typeof FIELDS)[number]

export type EpisodeRow = { number: string; title: string; length: string }
/** A filing as it was typed, whatever it is worth; nothing typed is lost. */
export type Draft = {
  title: string
  aliases: string
  era: string
  genre: string
  form: string
  aiMade: string
  episodes: EpisodeRow[]
  /** Pasted lines, or `80 × 90 s`, that have not become rows yet. */
  episodeLines: string
  synopsis: string
  investment: string
  specialSubjects: string[]
  mainPush: boolean
  firstScreen: boolean
  voluntary: boolean
  platformIds: string[]
  poster: string
}
export const EMPTY_DRAFT: Draft = {
  title: '',
  aliases: '',
  era: '',
  genre: '',
  form: '',
  aiMade: '',
  episodes: [],
  episodeLines: '',
  synopsis: '',
  investment: '',
  specialSubjects: [],
  mainPush: false,
  firstScreen: false,
  voluntary: false,
  platformIds: [],
  poster: '',
}

/** A filing as it can be judged. */
export type Content = Declaration & {
  title: string
  aliases: string[]
  era: (typeof ERAS)[number]
  genre: (typeof GENRES)[number]
  form: (typeof FORMS)[number]
  episodes: Episode[]
  synopsis: string
  platformIds: string[]
  poster: string | null
}

const TITLE_MAX = 60
const ALIASES_MAX = 20
export const SYNOPSIS_MAX = 5000

/** A title as it stands on the work: without the brackets around it. */
export const bareTitle = (text: string) =>
  text
    .trim()
    .replace(/^《([^《》]*)》$/, '$1')
    .trim()
export const aliasesOf = (text: string) => [
  ...new Set(
    text
      .split(/[\n、，,;；]/)
      .map(bareTitle)
      .filter(Boolean),
  ),
]

const isRow = ({ number, title, length }: EpisodeRow) => [number, title, length].some((cell) => cell.trim() !== '')

function rowOf(row: EpisodeRow, at: number, on: Day): Episode | Fault {
  const number = wholeOf(row.number.replace(/[第集\s]/g, ''))
  const seconds = parseLength(row.length)
  if (!Number.isInteger(number) || number < 1)
    return { field: `episodes.${at}.number`, code: 'episode_number_missing', params: { row: at + 1 } }
  if (!seconds) return { field: `episodes.${at}.length`, code: 'episode_length_missing', params: { number } }
  if (isTooLong(seconds, on)) return { field: `episodes.${at}.length`, code: 'episode_too_long', params: { number } }
  return { number, title: row.title.trim(), seconds }
}

const isFault = (found: Episode | Fault): found is Fault => 'code' in found

/** The episodes of the rows and of the pasted lines; an episode that stands in both is refused. */
export function episodesOf(
  { episodes: rows, episodeLines }: Pick<Draft, 'episodes' | 'episodeLines'>,
  on: Day,
): { episodes: Episode[]; faults: Fault[] } {
  const found = rows.flatMap((row, at) => (isRow(row) ? [rowOf(row, at, on)] : []))
  const pasted = parseEpisodes(episodeLines)
  const faults: Fault[] = found.filter(isFault)
  if (!pasted.ok)
    faults.push(
      ...pasted.errors
        .slice(0, UNREAD_SHOWN)
        .map(({ line, text, code }) => ({ field: 'episodeLines', code: `lines_${code}`, params: { line, text } })),
    )
  const lines = pasted.ok ? pasted.episodes : []
  const long = lines.find(({ seconds }) => isTooLong(seconds, on))
  if (long) faults.push({ field: 'episodeLines', code: 'episode_too_long', params: { number: long.number } })
  const episodes = [...found.filter((one) => !isFault(one)), ...lines] as Episode[]
  const twice = episodes.find(({ number }, at) => episodes.findIndex((one) => one.number === number) !== at)
  if (twice) faults.push({ field: 'episodes', code: 'episode_twice', params: { number: twice.number } })
  if (episodes.length > EPISODES_MAX) faults.push({ field: 'episodes', code: 'too_many_episodes', params: { most: EPISODES_MAX } })
  return { episodes: episodes.toSorted((a, b) => a.number - b.number), faults }
}

/** Without the rows that were left empty. */
export const tidied = <D extends Pick<Draft, 'episodes'>>(draft: D): D => ({ ...draft, episodes: draft.episodes.filter(isRow) })

/** Pasted lines become rows as soon as they can be read; what cannot be read stays as it was typed. */
export function withLinesAsRows<D extends Pick<Draft, 'episodes' | 'episodeLines'>>(draft: D): D {
  const pasted = parseEpisodes(draft.episodeLines)
  if (!pasted.ok || pasted.episodes.length === 0) return draft
  const numbers = new Set(pasted.episodes.map(({ number }) => String(number)))
  const kept = draft.episodes.filter((row) => isRow(row) && !numbers.has(row.number.trim()))
  const rows = [
    ...kept,
    ...pasted.episodes.map(({ number, title, seconds }) => ({ number: String(number), title, length: String(seconds) })),
  ]
  return { ...draft, episodeLines: '', episodes: rows.toSorted((a, b) => Number(a.number) - Number(b.number)) }
}

/** What the class depends on; nothing as long as it is not said whether AI made the work and what it costs. */
export function declarationOf(draft: Draft): Declaration | undefined {
  const investmentFen = yuanToFen(draft.investment)
  if (investmentFen === undefined || (draft.aiMade !== 'yes' && draft.aiMade !== 'no')) return undefined
  const { specialSubjects, mainPush, firstScreen, voluntary } = draft
  return { aiMade: draft.aiMade === 'yes', investmentFen, specialSubjects, mainPush, firstScreen, voluntary }
}

const among = <T extends string>(words: readonly T[], word: string): word is T => (words as readonly string[]).includes(word)

/** Reads a filing on the day it is filed: what it says, or everything that stands in the way, in the order of the form. */
export function readContent(draft: Draft, on: Day): { ok: true; content: Content } | { ok: false; faults: Fault[] } {
  const faults: Fault[] = []
  const need = (field: string, holds: boolean, code: string, params?: Params) =>
    holds || faults.push({ field, code, ...(params && { params }) })
  const title = bareTitle(draft.title)
  const aliases = aliasesOf(draft.aliases)
  const declaration = declarationOf(draft)
  need('title', title !== '', 'required')
  need('title', title.length <= TITLE_MAX, 'too_long', { maximum: TITLE_MAX })
  need('aliases', aliases.length <= ALIASES_MAX, 'too_many', { maximum: ALIASES_MAX })
  const long = aliases.find((alias) => alias.length > TITLE_MAX)
  need('aliases', long === undefined, 'alias_too_long', { alias: long ?? '', maximum: TITLE_MAX })
  need('era', among(ERAS, draft.era), 'choose')
  need('genre', among(GENRES, draft.genre), 'choose')
  need('form', among(FORMS, draft.form), 'choose')
  need('aiMade', draft.aiMade === 'yes' || draft.aiMade === 'no', 'choose')
  const read = episodesOf(draft, on)
  faults.push(...read.faults)
  need('episodeLines', read.episodes.length > 0 || read.faults.length > 0, 'no_episodes')
  need('synopsis', draft.synopsis.trim() !== '', 'required')
  need('synopsis', draft.synopsis.length <= SYNOPSIS_MAX, 'too_long', { maximum: SYNOPSIS_MAX })
  need('investment', draft.investment.trim() !== '', 'required')
  need('investment', draft.investment.trim() === '' || yuanToFen(draft.investment) !== undefined, 'not_yuan')
  need(
    'specialSubjects',
    draft.specialSubjects.every((subject) => among(SPECIAL_SUBJECTS, subject)),
    'choose',
  )
  const { era, genre, form } = draft
  if (faults.length > 0 || !declaration || !among(ERAS, era) || !among(GENRES, genre) || !among(FORMS, form)) return { ok: false, faults }
  const content = {
    ...declaration,
    title,
    aliases,
    era,
    genre,
    form,
    episodes: read.episodes,
    synopsis: draft.synopsis.trim(),
    platformIds: draft.platformIds,
    poster: draft.poster || null,
  }
  return { ok: true, content }
}
