// 片名查重: names only warn (同名不同作品); a listed name weighs most, one's own filing is nobody's competitor.
import type { NearCode } from '../../matching/rules/near'

/** What is to be thought of a title, worst first. */
export const TITLE_VERDICTS = ['listed', 'same', 'near', 'free'] as const
export type TitleVerdict = (typeof TITLE_VERDICTS)[number]

type Found = { reasons: readonly { code: NearCode }[] }
const SAME: readonly NearCode[] = ['number_equal', 'equal_folded', 'alias']
const isSame = ({ reasons }: Found) => reasons.some(({ code }) => SAME.includes(code))

export function titleVerdict({ works, listed }: { works: readonly Found[]; listed: readonly Found[] }): TitleVerdict {
  if (listed.length > 0) return 'listed'
  if (works.some(isSame)) return 'same'
  return works.length > 0 ? 'near' : 'free'
}
