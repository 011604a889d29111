// The rulebook as it was loaded, and what of it counts on a date.
import type { Day, Locale } from '../../kernel/time'
import type {
  CalendarDay,
  Deadline,
  GuideRow,
  LadderRung,
  Paper,
  Platform,
  PublishedCampaign,
  PublishedNotice,
  ReferenceFile,
  Regulator,
  Source,
  TierRule,
  ViolationItem,
} from '../input'
import { inForce, rowOn } from './dated'
import type { Calendar } from './deadline'

export type { Deadline, GuideRow, LadderRung, Paper, Platform, Regulator, Source, Target, TierRule, Trigger, ViolationItem } from '../input'

export type Rulebook = {
  /** The content that each file has now; what is decided pins it. */
  versions: Readonly<Record<ReferenceFile, string>>
  /** When the newest of them was loaded. */
  loadedAt: Date
  tiers: readonly TierRule[]
  taxonomy: readonly ViolationItem[]
  ladder: readonly LadderRung[]
  guide: readonly GuideRow[]
  deadlines: readonly Deadline[]
  /** The exceptions to Monday to Friday as published, and the calendar that they make. */
  days: readonly CalendarDay[]
  calendar: Calendar
  regulators: readonly Regulator[]
  platforms: readonly Omit<Platform, 'licenceNumber' | 'contact'>[]
  papers: readonly Paper[]
  sources: readonly Source[]
  campaigns: readonly PublishedCampaign[]
  notices: readonly PublishedNotice[]
}

/** The row of a deadline's code on a date; throws on a code that the rulebook does not know, which is a fault and no refusal. */
export function deadlineOn(book: Pick<Rulebook, 'deadlines'>, code: string, on: Day): Deadline {
  const row = rowOn(book.deadlines, code, on)
  if (!row) throw new Error(`the rulebook has no deadline ${code} on ${on}`)
  return row
}

/** Groups with their items, as a picker shows them: those that have not ended; younger items than the date are kept, they only warn. */
export function taxonomyOn(book: Pick<Rulebook, 'taxonomy'>, on: Day) {
  const standing = book.taxonomy.filter(({ effectiveTo }) => !effectiveTo || on < effectiveTo)
  return standing
    .filter((item) => !item.parent)
    .map((group) => ({ ...group, items: standing.filter((item) => item.parent === group.code) }))
}

export const guideOn = (book: Pick<Rulebook, 'guide'>, on: Day) => book.guide.filter((row) => inForce(row, on))
export const ladderOn = (book: Pick<Rulebook, 'ladder'>, on: Day) => book.ladder.filter((rung) => inForce(rung, on))
/** What a day off or a make-up workday is called. */
export const dayCalled = ({ nameZh, nameEn }: CalendarDay, locale: Locale) => (locale === 'en' ? nameEn : nameZh)
