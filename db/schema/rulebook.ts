// Reference data: published rules and names, the same for every reader, so these tables carry no row-level security.
import { sql } from 'drizzle-orm'
import { check, date, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Day, TimeOfDay } from '../../lib/kernel/time'
import { CERTAINTIES, CONDITIONS, COUNT_KINDS, PHASES, QUALIFIERS, TARGETS, TRIGGERS } from '../../lib/rulebook/input'
import { fen, instant } from './columns'

const day = (name: string) => date(name, { mode: 'string' }).$type<Day>()
/** In force from the first date to the day before the second; no first date: none is recorded. */
const period = () => ({ effectiveFrom: day('effective_from'), effectiveTo: day('effective_to') })
const dated = () => ({ ...period(), effectiveFrom: day('effective_from').notNull() })
const words = (name: string) => text(name).array().notNull()
const source = () => words('source')
const names = () => ({ zh: text('zh').notNull(), en: text('en').notNull() })
const certainty = (name: string) => text(name, { enum: ['exact', 'usual'] })

/** Which content of which file held from when: a decision pins the version it was made under. */
export const rulebookVersions = pgTable(
  'rulebook_versions',
  {
    file: text('file').notNull(),
    /** SHA-256 of the file, hexadecimal. */
    version: text('version').notNull(),
    loadedAt: instant('loaded_at').notNull().default(sql`clock_timestamp()`),
  },
  (t) => [primaryKey({ columns: [t.file, t.loadedAt] })],
)

export const tierRules = pgTable(
  'tier_rules',
  {
    ...dated(),
    aiMade: text('ai_made', { enum: ['any', 'no', 'yes'] }).notNull(),
    class1MinFen: fen('class_1_min_fen').notNull(),
    class2MinFen: fen('class_2_min_fen').notNull(),
    class1OtherTriggers: text('class_1_other_triggers', { enum: TRIGGERS }).array().notNull(),
    class1Name: text('class_1_name').notNull(),
    class2Name: text('class_2_name').notNull(),
    class3Name: text('class_3_name').notNull(),
    source: source(),
  },
  (t) => [
    primaryKey({ columns: [t.effectiveFrom, t.aiMade] }),
    check('tier_rules_lines_in_order', sql`${t.class1MinFen} > ${t.class2MinFen} and ${t.class2MinFen} >= 0`),
  ],
)

export const violationItems = pgTable(
  'violation_items',
  {
    code: text('code').primaryKey(),
    /** The group; a row without one is a group itself and cannot be cited. */
    parent: text('parent'),
    ...names(),
    defaultSeverity: integer('default_severity'),
    appliesTo: text('applies_to', { enum: TARGETS }).array().notNull(),
    cnsaItems: words('cnsa_items'),
    order16Articles: words('order16_articles'),
    otherBasisZh: text('other_basis_zh'),
    otherBasisEn: text('other_basis_en'),
    ...period(),
    effectiveFromPrecision: text('effective_from_precision', { enum: ['day', 'month'] }),
    note: text('note'),
    source: source(),
  },
  (t) => [
    index('violation_items_of_group').on(t.parent),
    check(
      'violation_items_severity_known',
      sql`${t.defaultSeverity} between 1 and 4 and ${t.parent} is not null or ${t.defaultSeverity} is null and ${t.parent} is null`,
    ),
  ],
)

export const penaltyLadder = pgTable(
  'penalty_ladder',
  {
    code: text('code').notNull(),
    ...names(),
    appliesTo: text('applies_to', { enum: TARGETS }).array().notNull(),
    reversible: text('reversible', { enum: ['yes', 'on_appeal_only', 'no'] }).notNull(),
    parameter: text('parameter', { enum: ['deadline_hours', 'days', 'stage'] }),
    allowedParameters: words('allowed_parameters'),
    ...dated(),
    noteZh: text('note_zh'),
    noteEn: text('note_en'),
    source: source(),
  },
  (t) => [primaryKey({ columns: [t.code, t.effectiveFrom] })],
)

export const penaltyGuide = pgTable(
  'penalty_guide',
  {
    severity: integer('severity').notNull(),
    occurrence: text('occurrence', { enum: ['first', 'repeat_within_90_days'] }).notNull(),
    target: text('target', { enum: TARGETS }).notNull(),
    penalty: text('penalty').notNull(),
    parameter: text('parameter'),
    mandatory: text('mandatory', { enum: ['yes', 'choice'] }).notNull(),
    deadlineHours: integer('deadline_hours').notNull(),
    blacklist: text('blacklist', { enum: ['no', 'optional', 'required'] }).notNull(),
    ...period(),
    source: source(),
  },
  (t) => [primaryKey({ columns: [t.severity, t.occurrence, t.target, t.penalty] })],
)

export const deadlines = pgTable(
  'deadlines',
  {
    code: text('code').notNull(),
    ...names(),
    appliesTo: text('applies_to').notNull(),
    amount: integer('amount').notNull(),
    unit: text('unit', { enum: ['working_days', 'hours', 'calendar_days'] }).notNull(),
    cutOff: text('cut_off').$type<TimeOfDay>(),
    stopsWhen: words('stops_when'),
    onOverdue: text('on_overdue', { enum: ['escalate', 'next_step', 'late', 'lapse'] }).notNull(),
    ...dated(),
    source: source(),
  },
  (t) => [primaryKey({ columns: [t.code, t.effectiveFrom] })],
)

/** Only the exceptions; every other day follows Monday to Friday. */
export const workingDays = pgTable('working_days', {
  date: day('date').primaryKey(),
  kind: text('kind', { enum: ['holiday', 'make_up_workday'] }).notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  certainty: text('certainty', { enum: ['official', 'provisional'] }).notNull(),
  source: source(),
})

export const regulators = pgTable('regulators', {
  code: text('code').primaryKey(),
  shortZh: text('short_zh').notNull(),
  ...names(),
  nameCertainty: certainty('name_certainty').notNull(),
  kind: text('kind', { enum: ['national', 'province', 'association'] }).notNull(),
  note: text('note'),
  ...period(),
  source: source(),
})

/** Names only: a platform takes part once it has applied and was admitted. */
export const platformNames = pgTable('platform_names', {
  code: text('code').primaryKey(),
  ...names(),
  operatorZh: text('operator_zh'),
  operatorCertainty: certainty('operator_certainty'),
  homeProvinceCode: text('home_province_code').notNull(),
  homeCertainty: certainty('home_certainty').notNull(),
  accountWordZh: words('account_word_zh'),
  accountWordEn: words('account_word_en'),
  ...period(),
  source: source(),
})

/** What a creator has to hand in, by class and phase. */
export const papers = pgTable(
  'papers',
  {
    code: text('code').notNull(),
    classes: text('classes', { enum: ['1', '2', '3'] })
      .array()
      .notNull(),
    phase: text('phase', { enum: PHASES }).notNull(),
    condition: text('condition', { enum: CONDITIONS }).notNull(),
    ...names(),
    duty: text('duty', { enum: ['must', 'advised'] }).notNull(),
    ...dated(),
    source: source(),
  },
  (t) => [primaryKey({ columns: [t.code, t.effectiveFrom] })],
)

/** Where the facts of the rulebook come from, by the keys that its other files name. */
export const sources = pgTable('sources', {
  key: text('key').primaryKey(),
  ...names(),
  address: text('address'),
  certainty: text('certainty', { enum: CERTAINTIES }).notNull(),
})

const counted = () => ({
  kind: text('kind', { enum: COUNT_KINDS }).notNull(),
  /** Empty where none was given, which is never 0. */
  count: integer('count'),
  qualifier: text('qualifier', { enum: QUALIFIERS }).notNull(),
  source: source(),
})
const precision = (name: string) => text(name, { enum: ['day', 'month', 'year'] })

/** Campaigns as they were announced, a row for each unit that was counted. */
export const publishedCampaigns = pgTable(
  'published_campaigns',
  {
    code: text('code').notNull(),
    ...names(),
    from: day('from_on').notNull(),
    fromPrecision: precision('from_precision'),
    to: day('to_on'),
    toPrecision: precision('to_precision'),
    durationMonths: integer('duration_months'),
    metric: text('metric').notNull(),
    metricZh: text('metric_zh').notNull(),
    ...counted(),
  },
  (t) => [primaryKey({ columns: [t.code, t.kind, t.metric] })],
)

/** What platforms announced by themselves. */
export const publishedNotices = pgTable(
  'published_notices',
  {
    date: day('date').notNull(),
    datePrecision: precision('date_precision'),
    dateTo: day('date_to'),
    publisher: text('publisher').notNull(),
    publisherZh: text('publisher_zh').notNull(),
    subject: text('subject').notNull(),
    subjectZh: text('subject_zh').notNull(),
    outOf: integer('out_of'),
    action: text('action').notNull(),
    actionZh: text('action_zh').notNull(),
    ...counted(),
  },
  (t) => [primaryKey({ columns: [t.date, t.publisher, t.kind, t.subject] })],
)
