const DIGITS = '零一二三四五六七八九'
const D = `[${DIGITS.slice(1)}]`
const COUNTED = new RegExp(`^(?:(${D})千)?(?:零?(${D})百)?(?:零?(${D}?)(十))?(?:(?<=十)(${D})|零(${D})|(?<![百千])(${D}))?$`)

function numberOf(run: string): string | undefined {
  const plain = run.replace(/〇/g, '零').replace(/两/g, '二').replace(/廿/g, '二十').replace(/卅/g, '三十')
  if (!/[十百千]/.test(plain)) return [...plain].map((digit) => DIGITS.indexOf(digit)).join('')
  const [whole, thousands, hundreds, tens, ten, ...ones] = COUNTED.exec(plain) ?? []
  if (whole === undefined) return undefined
  const [many, some, few, one] = [thousands, hundreds, tens, ones.find(Boolean)].map((digit) => (digit ? DIGITS.indexOf(digit) : 0))
  return String(many! * 1000 + some! * 100 + (ten && !few ? 1 : few!) * 10 + one!)
}

/** `七`, `三十`, `两`, `一百零二`, `二〇二六` as digits; what is no whole numeral stays as it is, and `一百二` is none. */
export const inDigits = (text: string): string => text.replace(/[〇零一二两三四五六七八九十廿卅百千]+/g, (run) => numberOf(run) ?? run)
