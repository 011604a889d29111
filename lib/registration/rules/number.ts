// 备案号、许可证号、节目编号: the forms of 广电办发〔2024〕35号; no other form was published with Order 16, so a number that fits none is kept as it came.
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import type { Platform, Regulator } from '../../rulebook/rules/book'

export type OfficialNumber =
  | { kind: 'licence' | 'registration' | 'platform'; class: 1 | 2 | 3; issuer: string; year: number; serial: string; text: string }
  | { kind: 'planning'; text: string }
  | { kind: 'unknown'; why: 'form' | 'issuer'; text: string }

/** Who issues numbers, by the short names that stand in them. */
export type Issuers = { bureaus: readonly string[]; platforms: readonly string[] }
export const issuersOf = (
  regulators: readonly Pick<Regulator, 'kind' | 'shortZh'>[],
  platforms: readonly Pick<Platform, 'zh'>[],
): Issuers => ({
  bureaus: regulators.filter(({ kind }) => kind !== 'association').map(({ shortZh }) => shortZh),
  platforms: platforms.map(({ zh }) => zh),
})

/** A number that the portal issues itself, as an expression that PostgreSQL reads as well. */
export const ISSUED_FORM = '^（[^（）]{1,8}）网微剧备字（20[0-9]{2}）第[0-9]{3,7}号$'
const FORM = /^（([^（）]{1,8})）网微剧(审|备)字（(20\d{2})）第(\d{3,7})号$/
const PLANNING = /^V\d{15}$/

/** One spelling for each number, to compare and to search by: full-width brackets, half-width digits, no spaces. */
export const normalNumber = (raw: string) =>
  raw
    .normalize('NFKC')
    .replace(/[\s\u200b]/g, '')
    .replace(/[([〔【]/g, '（')
    .replace(/[)\]〕】]/g, '）')
    .replace(/^v(?=\d)/, 'V')

/** What a number says of itself: its kind, and the class of the works that carry it. */
export function parseNumber(raw: string, { bureaus, platforms }: Issuers): OfficialNumber {
  const text = normalNumber(raw)
  if (PLANNING.test(text)) return { kind: 'planning', text }
  const [, issuer, word, year, serial] = FORM.exec(text) ?? []
  if (!issuer || !serial) return { kind: 'unknown', why: 'form', text }
  const parts = { issuer, year: Number(year), serial, text }
  if (bureaus.includes(issuer))
    return word === '审' ? { kind: 'licence', class: 1, ...parts } : { kind: 'registration', class: 2, ...parts }
  if (platforms.includes(issuer) && word === '备') return { kind: 'platform', class: 3, ...parts }
  return { kind: 'unknown', why: 'issuer', text }
}

const SERIAL_MAX = 9_999_999
/** The number that a bureau's counter gives: `（京）网微剧备字（2026）第001号`. */
export function registrationNumber(issuer: string, year: number, serial: number): string {
  const text = `（${issuer}）网微剧备字（${year}）第${String(serial).padStart(3, '0')}号`
  if (serial < 1 || serial > SERIAL_MAX || !FORM.test(text)) throw new RangeError(`no registration number: ${text}`)
  return text
}

export type OwnNumberRefusal = 'number_not_understood' | 'number_of_another_platform' | 'number_of_a_bureau'

/** The programme number that a platform records for a Class III work: its own, never another's (Order 16 art. 33.2; V09-04). */
export function readOwnNumber(raw: string, platform: string, issuers: Issuers): Outcome<string, OwnNumberRefusal> {
  const number = parseNumber(raw, issuers)
  if (number.kind === 'licence' || number.kind === 'registration')
    return refuse('number_of_a_bureau', { params: { issuer: number.issuer } })
  const issuer = FORM.exec(number.text)?.[1]
  if (!issuer || number.kind === 'planning') return refuse('number_not_understood')
  if (issuer !== platform) return refuse('number_of_another_platform', { params: { issuer } })
  return number.kind === 'platform' ? ok(number.text) : refuse('number_not_understood')
}
