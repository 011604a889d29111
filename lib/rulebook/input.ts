import * as z from 'zod'
import { type Day, isDay, type TimeOfDay } from '../kernel/time'

/** What an item of the taxonomy, a rung of the ladder or a row of the guide can be about. */
export const TARGETS = ['drama', 'episode', 'mini_program', 'account'] as const
/** What lifts a work into Class I whatever it costs. */
export const TRIGGERS = ['special_subject', 'platform_main_push', 'first_screen', 'voluntary'] as const

const word = z.string().min(1)
const maybe = z.string().transform((cell) => cell || null)
const list = z.string().transform((cell) => (cell === '' ? [] : cell.split('|')))
const listOf = <const T extends readonly [string, ...string[]]>(values: T) => list.pipe(z.array(z.enum(values)))
const source = list.pipe(z.array(word).min(1))
const day = z.custom<Day>((cell) => typeof cell === 'string' && isDay(cell), 'not a date')
const timeOfDay = z.custom<TimeOfDay>((cell) => typeof cell === 'string' && /^\d{2}:\d{2}$/.test(cell), 'not a time of day')
const dayOrNone = z.union([z.literal('').transform(() => null), day])
const whole = z.string().regex(/^\d+$/, 'not a whole number').transform(Number)
const fen = z
  .string()
  .regex(/^\d+$/, 'not whole yuan')
  .transform((yuan) => BigInt(yuan) * 100n)
const orNone = <T extends readonly [string, ...string[]]>(values: T) =>
  z.enum(['', ...values]).transform((cell) => (cell || null) as T[number] | null)
const certainty = z.enum(['exact', 'usual'])

type Camel<S extends string> = S extends `${infer Head}_${infer Rest}` ? `${Head}${Capitalize<Camel<Rest>>}` : S
/** A row as its file has it: every column known, none missing; handed on with the names that the code uses. */
const row = <S extends z.ZodRawShape>(shape: S) =>
  z.strictObject(shape).transform((cells) => {
    const named = Object.entries(cells).map(([name, value]) => [name.replace(/_(\w)/g, (_, letter: string) => letter.toUpperCase()), value])
    return Object.fromEntries(named) as { [K in keyof z.output<z.ZodObject<S>> as Camel<K & string>]: z.output<z.ZodObject<S>>[K] }
  })

const tierRule = row({
  effective_from: day,
  effective_to: dayOrNone,
  ai_made: z.enum(['any', 'no', 'yes']),
  class_1_min_cny: fen,
  class_2_min_cny: fen,
  class_1_other_triggers: listOf(TRIGGERS),
  class_1_name: word,
  class_2_name: word,
  class_3_name: word,
  source,
}).transform(({ class1MinCny, class2MinCny, ...rest }) => ({ ...rest, class1MinFen: class1MinCny, class2MinFen: class2MinCny }))

const violationItem = row({
  code: z.string().regex(/^V\d{2}(-\d{2})?$/),
  parent: maybe,
  zh: word,
  en: word,
  default_severity: z.union([z.literal('').transform(() => null), whole.pipe(z.number().min(1).max(4))]),
  applies_to: listOf(TARGETS),
  cnsa_items: list,
  order16_articles: list,
  other_basis_zh: maybe,
  other_basis_en: maybe,
  effective_from: dayOrNone,
  effective_from_precision: orNone(['day', 'month']),
  note: maybe,
  source,
})

const ladderRung = row({
  code: z.string().regex(/^P\d{1,2}$/),
  zh: word,
  en: word,
  applies_to: listOf(TARGETS),
  reversible: z.enum(['yes', 'on appeal only', 'no']).transform((cell) => (cell === 'on appeal only' ? 'on_appeal_only' : cell)),
  parameter: orNone(['deadline_hours', 'days', 'stage']),
  allowed_parameters: list,
  effective_from: day,
  note_zh: maybe,
  note_en: maybe,
  source,
})

const guideRow = row({
  severity: whole.pipe(z.number().min(1).max(4)),
  occurrence: z.enum(['first', 'repeat_within_90_days']),
  target: z.enum(TARGETS),
  penalty: word,
  parameter: maybe,
  mandatory: z.enum(['yes', 'choice']),
  deadline_hours: whole,
  blacklist: z.enum(['no', 'optional', 'required']),
  source,
})

const deadline = row({
  code: z.string().regex(/^[a-z0-9_]+$/),
  zh: word,
  en: word,
  applies_to: word,
  amount: whole,
  unit: z.enum(['working_days', 'hours', 'calendar_days']),
  cut_off: z.union([z.literal('').transform(() => null), timeOfDay]),
  stops_when: list.transform((states) => states.filter((state) => state !== 'never')),
  on_overdue: z.enum(['escalate', 'next_step', 'late', 'lapse']),
  effective_from: day,
  source,
})

const calendarDay = row({
  date: day,
  kind: z.enum(['holiday', 'make_up_workday']),
  name_zh: word,
  name_en: word,
  certainty: z.enum(['official', 'provisional']),
  source,
})

const regulator = row({
  code: word,
  short_zh: word,
  zh: word,
  name_certainty: certainty,
  en: word,
  kind: z.enum(['national', 'province', 'association']),
  note: maybe,
  source,
})

const platform = row({
  code: word,
  zh: word,
  en: word,
  operator_zh: maybe,
  operator_certainty: orNone(['exact', 'usual']),
  home_province_code: word,
  home_certainty: certainty,
  licence_number: maybe,
  contact: maybe,
  account_word_zh: list,
  account_word_en: list,
  source,
})

/** When a paper is needed: before shooting, with the finished film, while it airs. */
export const PHASES = ['filing', 'film', 'airing'] as const
export const CONDITIONS = ['always', 'special_subject', 'ai_made', 'foreign_cast'] as const
/** How sure a source makes a fact: read in it, read about it, known without a source, or this portal's own proposal. */
export const CERTAINTIES = ['read', 'second_hand', 'known', 'proposed'] as const

const paper = row({
  code: z.string().regex(/^[a-z0-9_]+$/),
  classes: listOf(['1', '2', '3']),
  phase: z.enum(PHASES),
  condition: z.enum(CONDITIONS),
  zh: word,
  en: word,
  duty: z.enum(['must', 'advised']),
  effective_from: day,
  effective_to: dayOrNone,
  source,
})

const origin = row({
  key: z.string().regex(/^([A-Z]\d+\*?|[KR]|R-ladder)$/),
  zh: word,
  en: word,
  address: maybe.pipe(z.url({ protocol: /^https?$/ }).nullable()),
  certainty: z.enum(CERTAINTIES),
})

/** The files of the rulebook by name, each with the shape of its rows. */
/** A count as it was published: exact or with its qualifier, and none where none was given, which is never 0. */
export const QUALIFIERS = ['exact', 'more_than', 'about', 'nearly', 'dozens', 'unknown'] as const
/** Counts of different kinds are never added up. */
export const COUNT_KINDS = ['takedown', 'stock', 'registration', 'other'] as const
const precision = orNone(['day', 'month', 'year'])
const countOrNone = z.union([z.literal('').transform(() => null), whole])
const counted = <T extends { count: number | null; qualifier: string }>({ count, qualifier }: T) =>
  (count === null) === (qualifier === 'dozens' || qualifier === 'unknown')

const publishedCampaign = row({
  code: word,
  zh: word,
  en: word,
  from: day,
  from_precision: precision,
  to: dayOrNone,
  to_precision: precision,
  duration_months: countOrNone,
  kind: z.enum(COUNT_KINDS),
  metric: word,
  metric_zh: word,
  count: countOrNone,
  qualifier: z.enum(QUALIFIERS),
  source,
}).refine(counted, 'a count without its qualifier, or the other way round')

const publishedNotice = row({
  date: day,
  date_precision: precision,
  date_to: dayOrNone,
  publisher: word,
  publisher_zh: word,
  kind: z.enum(COUNT_KINDS),
  subject: word,
  subject_zh: word,
  count: countOrNone,
  qualifier: z.enum(QUALIFIERS),
  out_of: countOrNone,
  action: word,
  action_zh: word,
  source,
}).refine(counted, 'a count without its qualifier, or the other way round')

export const REFERENCE = {
  tier_rules: tierRule,
  violation_taxonomy: violationItem,
  penalty_ladder: ladderRung,
  penalty_guide: guideRow,
  deadlines: deadline,
  working_days: calendarDay,
  regulators: regulator,
  platforms: platform,
  papers: paper,
  sources: origin,
  campaigns: publishedCampaign,
  reference_cases: publishedNotice,
} as const
export type ReferenceFile = keyof typeof REFERENCE
export type ReferenceRow<F extends ReferenceFile> = z.output<(typeof REFERENCE)[F]>

export type Target = (typeof TARGETS)[number]
export type Trigger = (typeof TRIGGERS)[number]
/** Rows read from the database carry their period too; a file's rows may leave it out. */
type Ending = { effectiveTo?: Day | null }
type Period = Ending & { effectiveFrom?: Day | null }
export type TierRule = ReferenceRow<'tier_rules'>
export type ViolationItem = ReferenceRow<'violation_taxonomy'> & Ending
export type LadderRung = ReferenceRow<'penalty_ladder'> & Ending
export type GuideRow = ReferenceRow<'penalty_guide'> & Period
export type Deadline = ReferenceRow<'deadlines'> & Ending
export type CalendarDay = ReferenceRow<'working_days'>
export type Paper = ReferenceRow<'papers'>
export type Source = ReferenceRow<'sources'>
export type PublishedCampaign = ReferenceRow<'campaigns'>
export type PublishedNotice = ReferenceRow<'reference_cases'>
export type Regulator = ReferenceRow<'regulators'> & Period
export type Platform = ReferenceRow<'platforms'> & Period
