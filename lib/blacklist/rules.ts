// 黑名单: no published procedure names severities or times; these are the portal's own readings, beside 广电办发〔2024〕35号 四.3 (lists shared by all platforms).
import { type Outcome, ok, refuse } from '../kernel/outcome'
import type { ViolationItem } from '../rulebook/rules/book'
import { urgentCode } from '../rulebook/rules/deadline'
import { type Severity, severityOf } from '../violation/rules'

const SEVERITY_MIN = 3

/** What an entry can hit; an account never. */
export type ListedKind = 'drama' | 'mini_program'
/** Works everywhere, mini-programs on their hosts. */
export type Scope = { dramaIds: string[]; miniProgramIds: string[] }
export const kindsIn = ({ dramaIds, miniProgramIds }: Scope): ListedKind[] => [
  ...(dramaIds.length > 0 ? (['drama'] as const) : []),
  ...(miniProgramIds.length > 0 ? (['mini_program'] as const) : []),
]

type Item = Pick<ViolationItem, 'code' | 'parent' | 'defaultSeverity' | 'appliesTo'>

/** The entry's severity as it is proposed: the highest of its items that apply to what it is to hit; null when none does. */
export function entrySeverity(items: readonly Item[], kinds: readonly ListedKind[] = ['drama']): Severity | null {
  const severities = kinds.flatMap((kind) => severityOf(items, kind) ?? [])
  return severities.length > 0 ? (Math.max(...severities) as Severity) : null
}

export type EntryRefusal = 'no_item_for_drama' | 'no_item_for_mini_program' | 'severity_too_low' | 'severity_reason_missing'

/** May works, or mini-programs, be proposed for these items? Each kind needs an item that applies to it. */
export function judgeProposal(items: readonly Item[], kinds: readonly ListedKind[] = ['drama']): Outcome<Severity, EntryRefusal> {
  const unmet = kinds.find((kind) => severityOf(items, kind) === null)
  if (unmet) return refuse(`no_item_for_${unmet}`)
  const severity = entrySeverity(items, kinds)
  if (severity === null) return refuse('no_item_for_drama')
  return severity < SEVERITY_MIN ? refuse('severity_too_low', { params: { severity, min: SEVERITY_MIN } }) : ok(severity)
}

/** The verifier's word on the severity: another one than proposed needs a reason, which stays on the page. */
export function judgeVerification(proposed: number, verified: number, reason: string | null): Outcome<Severity, EntryRefusal> {
  if (verified < SEVERITY_MIN) return refuse('severity_too_low', { params: { severity: verified, min: SEVERITY_MIN } })
  return verified !== proposed && !reason?.trim() ? refuse('severity_reason_missing') : ok(verified as Severity)
}

const CLOCKS = {
  verify: 'blacklist_verification',
  approve: 'blacklist_approval',
  answer: 'takedown_answer',
  rule: 'objection_ruling',
} as const

/** The code of the deadline that counts at this severity: 24 h to answer an order, 2 h at severity 4, and so on. */
export const clockCode = (clock: keyof typeof CLOCKS, severity: Severity) => urgentCode(CLOCKS[clock], severity)

/** Half of the platforms that removed the work had done so by then. Milliseconds, with how many it rests on; null when none has. */
export function medianTimeToDark(
  orders: readonly { issuedAt: Date; removedAt: Date | null }[],
): { milliseconds: number; of: number } | null {
  const times = orders
    .flatMap(({ issuedAt, removedAt }) => (removedAt ? [removedAt.getTime() - issuedAt.getTime()] : []))
    .toSorted((a, b) => a - b)
  const [low, high] = [times[Math.ceil(times.length / 2) - 1], times[Math.floor(times.length / 2)]]
  return low === undefined || high === undefined ? null : { milliseconds: (low + high) / 2, of: times.length }
}
