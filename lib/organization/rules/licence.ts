// 广播电视节目制作经营许可证: Order 16 art. 14 asks for it in Class I; nationally nothing is said for Class II.
import { addDays, type Day } from '../../kernel/time'

/** `expiring`: within the next 30 days. `unknown`: no date was given. */
export type LicenceStanding = 'valid' | 'expiring' | 'expired' | 'unknown'
const NOTICE_DAYS = 30

/** How a production licence stands on a date; it still counts on its last day. */
export function licenceStanding(expiresOn: Day | null, on: Day): LicenceStanding {
  if (!expiresOn) return 'unknown'
  if (expiresOn < on) return 'expired'
  return expiresOn < addDays(on, NOTICE_DAYS) ? 'expiring' : 'valid'
}

/** What the licence means for a filing: Class I needs a valid one, Class II is warned, Class III asks for none. */
export function licenceForFiling(filedAs: 1 | 2 | 3, standing: LicenceStanding): 'blocks' | 'warns' | 'serves' {
  if (filedAs === 3 || standing === 'valid') return 'serves'
  if (standing === 'expiring') return 'warns'
  return filedAs === 1 ? 'blocks' : 'warns'
}
