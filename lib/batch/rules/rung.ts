// 处置措施 as platforms call them: by code, by the ladder's own name, or by a word of theirs, with its days before or behind.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import type { LadderRung, Target } from '../../rulebook/rules/book'
import { readText } from './cells'
import type { Cell } from './grid'
import { inDigits } from './numerals'
import { TERM } from './term'

/** What a cell can mean: rungs, the word that was used, and the term that stands beside it. No rung: it says that nothing was done. */
export type Asked = { rungs: LadderRung[]; word: string; term: string | null }

/** Words of each rung besides its own name; one that stands at several means whichever of them is for the row's subject. */
const CALLED: Readonly<Record<string, string>> = {
  P1: '整改 限期整改 责令改正 限期改正 rectification rectify',
  P2: '删除 删除单集 删除分集 删集 下架 下架剧集 下架单集 remove removed takedown takendown',
  P3: '删除 删除微短剧 删除短剧 删除作品 下架 下架短剧 下架作品 全剧下架 整剧下架 remove removed takedown takendown',
  P4: '限流 流量限制 限制推荐 limitedtraffic throttled',
  P5: '禁言 mute muted',
  P6: '封禁 封号 封停 临时封禁 限时封禁 ban banned',
  P7: '暂停 暂停支付 暂停支付能力 暂停广告 暂停广告能力 暂停投放 暂停投流 suspend suspended',
  P8: '下架 暂停 暂停服务 暂停小程序 remove removed takedown takendown suspend suspended',
  P9: '封禁 封号 封停 永封 永久封号 ban banned permanentban',
  P10: '黑名单 列入黑名单 blacklist',
  P11: '移送 referral',
}
const NOTHING_DONE = new Set(['无', '未处置', '没有', '/', '-', '—', 'none', 'n/a', 'na'])
const NOT_RECORDED = ['P10', 'P11']

const plain = (text: string) =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s_,-]/g, '')
const CODE = /^P\s*(\d{1,2})(?!\d)/i
const AROUND = new RegExp(`^(?<before>${TERM}|永久)?的?(?<word>.*?)\\(?(?<after>${TERM}|永久)?\\)?$`, 'i')

/** `P6`, `P6 短期封禁`, `短期封禁`, `封禁七天`. Refusals: rung_unknown, rung_unclear, rung_not_recorded. */
export function readRung(ladder: readonly LadderRung[]) {
  const calls = ({ code, zh, en }: LadderRung, word: string) => [plain(zh), plain(en), ...(CALLED[code] ?? '').split(' ')].includes(word)
  const named = (word: string) => ladder.filter((rung) => calls(rung, word))
  return (cell: Cell | undefined): Outcome<Asked | null> => {
    const text = readText(cell)
    if (!text.ok || text.value === null) return text as Outcome<null>
    const said = text.value.normalize('NFKC')
    if (NOTHING_DONE.has(said.toLowerCase())) return ok({ rungs: [], word: said, term: null })
    const code = CODE.exec(said)
    const rest = plain(said.slice(code?.[0].length ?? 0))
    const { word = rest, before, after } = AROUND.exec(inDigits(rest))?.groups ?? {}
    const whole = named(rest)
    const rungs = code ? ladder.filter((rung) => rung.code === `P${Number(code[1])}`) : whole.length > 0 ? whole : named(word)
    const [first] = rungs
    // Behind a code stands its own name at most: anything else is a second measure, or a typing error.
    const behind = whole.length > 0 ? rest : word
    if (code && first && !behind.split(/[()]/).every((part) => part === '' || calls(first, part)))
      return refuse('rung_unclear', { params: { rung: said.slice(0, 40) } })
    if (!first) return refuse('rung_unknown', { params: { rung: said.slice(0, 20) } })
    if (rungs.every((rung) => NOT_RECORDED.includes(rung.code))) return refuse('rung_not_recorded', { params: { rung: first.code } })
    return ok({ rungs, word: whole.length > 0 ? rest : word, term: whole.length > 0 ? null : (before ?? after ?? null) })
  }
}

/**
 * The one rung that is meant on such a subject, where the other cells can tell it; `fits` says whether a rung can be had with them.
 * Refusals: rung_ambiguous, which names what it may be.
 */
export function rungMeant({ rungs, word }: Asked, kind: Target, fits?: (rung: LadderRung) => boolean): Outcome<LadderRung> {
  const forKind = rungs.filter(({ appliesTo }) => appliesTo.includes(kind))
  const left = forKind.length > 1 && fits ? forKind.filter(fits) : forKind
  const meant = left.length === 1 ? left[0] : rungs.length === 1 ? rungs[0] : undefined
  if (meant) return ok(meant)
  if (forKind.length === 0) return refuse('rung_not_for_target', { params: { rung: word, kind } })
  return refuse('rung_ambiguous', {
    params: {
      word,
      zh: forKind.map(({ code, zh }) => `${code} ${zh}`).join('、'),
      en: forKind.map(({ code, en }) => `${code} ${en}`).join(', '),
    },
  })
}
