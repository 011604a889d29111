// 投资额度 is asked for in yuan and kept in fen.
import { halfWidth } from '../../drama/rules/timecode'

const TIMES: Record<string, bigint> = { '': 1n, 万: 10_000n, 亿: 100_000_000n }
const YUAN = /^[¥￥]?(\d{1,12})(?:\.(\d{1,6}))?(万|亿)?元?$/

/** `850,000`, `850000.50`, `85 万` or `85万元` in fen; nothing where it is no amount or not whole fen. */
export function yuanToFen(text: string): bigint | undefined {
  const [, whole, part = '', unit = ''] = YUAN.exec(halfWidth(text).replace(/[\s,]/g, '')) ?? []
  if (!whole) return undefined
  const millionths = (BigInt(whole) * 1_000_000n + BigInt(part.padEnd(6, '0'))) * TIMES[unit]!
  return millionths % 10_000n === 0n ? millionths / 10_000n : undefined
}

/** Fen as they are typed in yuan: `850000` or `850000.5`. */
export const fenAsYuan = (fen: bigint) => `${fen / 100n}${fen % 100n === 0n ? '' : `.${String(fen % 100n).padStart(2, '0')}`}`
