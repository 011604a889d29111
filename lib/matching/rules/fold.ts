// 改名换皮: the renamings that the field knows, spaces, marks, emoji, traditional characters, season suffixes (reported 2025-06-16).
import { Converter } from 'opencc-js/t2cn'
import { pinyin } from 'pinyin-pro'

/** 异体字 that the conversion leaves: from 《第一批异体字整理表》, those that titles are written with. */
const VARIANTS: Readonly<Record<string, string>> = Object.fromEntries(
  ['䜩宴', '喆哲', '堃坤', '牠它', '妳你', '祂他', '燄焰', '邨村', '迺乃', '囍喜', '衹只', '甦苏', '劵券', '粧妆'].map(([from, to]) => [
    from,
    to,
  ]),
)

let converter: ((text: string) => string) | undefined
const simplified = (text: string) => {
  converter ??= Converter({ from: 't', to: 'cn' })
  return converter(text).replace(/\p{Script=Han}/gu, (character) => VARIANTS[character] ?? character)
}

/** A title or number as it is compared: NFKC, simplified characters, lower case, letters and digits only. Empty for a title of marks alone. */
export const fold = (title: string) =>
  simplified(title.normalize('NFKC'))
    .toLowerCase()
    .normalize('NFKC')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** Are these words enough to be searched for? Two characters are; one alone stands in too many names. */
export const isAsked = (words: string) => [...fold(words)].length >= 2

const NUMERAL = '[一二三四五六七八九十两\\d]{1,3}'
const EDITION =
  '续集|续篇|续作|续|前传|后传|外传|番外篇?|特别篇|重启版?|重制版?|重置版|重生版|新版|新编|完整版|加长版|精编版|精华版|未删减版?|无删减版?|升级版|典藏版|高清版|终极版|最终版|剧场版|短剧版?|微短剧|全集|合集|大结局|完结篇?|[上中下终][部篇集季]'
const SUFFIX = new RegExp(
  `(?:第?${NUMERAL}[季部集辑章弹回]|之${NUMERAL}|${EDITION}|(?:season|part|vol|s|p)\\d{1,2}|(?<=\\p{Script=Han})(?:i{2,3}|iv|vi{0,3})|(?<!\\d)(?:[2-9]|1\\d))$`,
  'u',
)
const PREFIX = /^(?:重启版?|新版)/
const STEM_MIN = 2
const length = (text: string) => [...text].length

/** A folded title without what says season, edition or restart; never shorter than two characters. */
export function stemOf(folded: string): string {
  const shorter = [folded.replace(SUFFIX, ''), folded.replace(PREFIX, '')].find((text) => text !== folded && length(text) >= STEM_MIN)
  return shorter === undefined ? folded : stemOf(shorter)
}

/** Characters and pairs of neighbours of a folded text, each once: what the index of names holds and is asked for. */
export function gramsOf(folded: string): string[] {
  const characters = [...folded]
  return [...new Set([...characters, ...characters.slice(1).map((character, at) => `${characters[at]}${character}`)])]
}

/** How a folded title sounds, without tones, syllable by syllable. */
export const soundOf = (folded: string) => pinyin(folded, { toneType: 'none', type: 'array', v: true, nonZh: 'consecutive' }).join(' ')
