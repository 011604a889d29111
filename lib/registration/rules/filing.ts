// What a filing is judged by when it is submitted or offered (Order 16 art. 5, 14, 17, 19, 51; 广电办发〔2024〕35号).
import type { Fault } from '../../kernel/outcome'
import type { Day } from '../../kernel/time'
import { type LicenceStanding, licenceForFiling } from '../../organization/rules/licence'
import type { TierRule } from '../../rulebook/input'
import { type Classified, classOf, type DramaClass, type NoRule } from '../../rulebook/rules/tier'
import type { RegistrationStep } from '../workflow'
import { type Content, type Draft, declarationOf, readContent } from './content'

const SYNOPSIS_LEAST = 500

/**
 * What the creator is told and the reviewer sees, without standing in the way.
 * - `licence`: a Class II filing whose producer has no valid production licence, or one that ends soon.
 * - `synopsis_short`: below the 500 characters that the Class I form asks for.
 * - `co_review`: special subjects need the written opinion of a co-review authority.
 * - `separate_regime`: major revolutionary and historical subjects have a procedure of their own.
 * - `first_screen`, `main_push`: no longer lift the class; 总局 re-checks, and a higher class can be chosen.
 */
export type Warning = 'licence' | 'synopsis_short' | 'co_review' | 'separate_regime' | 'first_screen' | 'main_push'
export type Judged = { classified: Classified; faults: Fault[]; warnings: Warning[] }

export const isClassified = (found: Classified | NoRule): found is Classified => found.class !== 'no_rule'

/** What of a work of this class stands in the way, and what is pointed out. */
function judgeWords(
  classified: Classified,
  { era, synopsis }: Pick<Draft, 'era' | 'synopsis'>,
  licence: LicenceStanding,
): Pick<Judged, 'faults' | 'warnings'> {
  const faults: Fault[] = []
  const warnings: Warning[] = []
  const licensed = licenceForFiling(classified.class, licence)
  if (licensed === 'blocks') faults.push({ field: 'producer', code: licence === 'unknown' ? 'licence_unknown' : 'licence_expired' })
  if (licensed === 'warns') warnings.push('licence')
  const count = [...synopsis.trim()].length
  const short = count < SYNOPSIS_LEAST
  if (short && classified.class === 1)
    faults.push({ field: 'synopsis', code: 'synopsis_too_short', params: { least: SYNOPSIS_LEAST, count } })
  if (short && classified.class === 2) warnings.push('synopsis_short')
  if (classified.coReview) warnings.push('co_review')
  if (era === 'major') warnings.push('separate_regime')
  if (classified.unheeded.includes('first_screen')) warnings.push('first_screen')
  if (classified.unheeded.includes('platform_main_push')) warnings.push('main_push')
  return { faults, warnings }
}

/** Judges what is filed by the rule of a day: its class with the reasons, what stands in the way, what is pointed out. */
export function judgeFiling(content: Content, on: Day, tiers: readonly TierRule[], licence: LicenceStanding): Judged | NoRule {
  const classified = classOf(content, on, tiers)
  return isClassified(classified) ? { classified, ...judgeWords(classified, content, licence) } : classified
}

/** The same of a draft as far as it goes: the class as soon as it can be told, and everything that still has to be filled in. */
export function judgeDraft(
  draft: Draft,
  on: Day,
  tiers: readonly TierRule[],
  licence: LicenceStanding,
): { classified: Classified | NoRule | null; faults: Fault[]; warnings: Warning[] } {
  const declared = declarationOf(draft)
  const read = readContent(draft, on)
  const missing = read.ok ? [] : read.faults
  const classified = declared ? classOf(declared, on, tiers) : null
  if (!classified || !isClassified(classified)) return { classified, faults: missing, warnings: [] }
  const { faults, warnings } = judgeWords(classified, draft, licence)
  const unheard: Fault[] = classified.class === 3 && draft.platformIds.length === 0 ? [{ field: 'platformIds', code: 'no_platform' }] : []
  return { classified, faults: [...missing, ...faults, ...unheard], warnings }
}

/** Class I is forwarded, Class II approved, Class III offered to platforms: a step of another class is not for this filing. */
export function fitsClass(step: RegistrationStep, filedAs: DramaClass | null): boolean {
  if (step === 'approve') return filedAs === 2
  if (step === 'forward') return filedAs === 1
  if (step === 'offer') return filedAs === null || filedAs === 3
  if (step === 'submit') return filedAs !== 3
  return true
}
