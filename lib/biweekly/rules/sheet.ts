// What a 双周报 counts, line by line: by group of the taxonomy, by source, and apart what a platform recorded by itself.
import type { FigureDefinition } from '../../figure/rules'
import { FACT_SOURCES, type FactSource } from '../../figure/workflow'
import { instantsOf, type Period } from './period'

/** Ruled: upheld by a bureau, or in need of no ruling. Recorded: entered by the platform itself, counted beside and never as ruled. */
export const GROUNDS = ['ruled', 'recorded'] as const
export type Ground = (typeof GROUNDS)[number]

type Meaning = Pick<FigureDefinition, 'what' | 'orMeasured' | 'measure' | 'targetKinds' | 'rungs' | 'stage'>
const works: Pick<Meaning, 'targetKinds'> = { targetKinds: ['drama', 'episode'] }
/** What the platform found itself, and what it dealt with on the report of another, which is never its own finding. */
const dealtWith = { what: 'found', orMeasured: true } as const

/** The columns of the report and what each of them means. */
export const ITEMS = {
  intercepted: { ...dealtWith, measure: 'targets', stage: 'before_airing', ...works },
  removed: { what: 'measured', measure: 'targets', stage: 'after_airing', rungs: ['P2', 'P3'], ...works },
  works: { ...dealtWith, measure: 'targets', ...works },
  episodes: { ...dealtWith, measure: 'episodes', ...works },
  minutes: { ...dealtWith, measure: 'minutes', ...works },
  mini_programs: { ...dealtWith, measure: 'targets', targetKinds: ['mini_program'] },
  accounts: { ...dealtWith, measure: 'targets', targetKinds: ['account'] },
  rectified: { what: 'rectified', measure: 'cases' },
  refused: { what: 'refused', measure: 'cases' },
  proposed: { what: 'proposed', measure: 'targets', ...works },
  proposed_mini_programs: { what: 'proposed', measure: 'targets', targetKinds: ['mini_program'] },
  carried_out: { what: 'carried_out', measure: 'cases' },
} as const satisfies Record<string, Meaning>
export type Item = keyof typeof ITEMS
export const ITEM_NAMES = Object.keys(ITEMS) as Item[]

/** By degree: mini-programs and accounts under each rung of the ladder. */
export const GRADED = ['mini_program', 'account'] as const
export type Graded = (typeof GRADED)[number]
export const RUNGS = ['P1', 'P2', 'P3', 'P4', 'P5', 'P6', 'P7', 'P8', 'P9', 'P10', 'P11'] as const
export type Rung = (typeof RUNGS)[number]

/** One line of the report: all of it, one ground, one group, or one source of a group on one ground. */
export type Line = { group: string | null; source: FactSource | null; ground: Ground | null }
export type Column = { item: Item } | { graded: Graded; rung: Rung }
export type Key = { line: Line; column: Column }

const GROUP = /^V\d{2}$/
const isOneOf = <const T extends string>(words: readonly T[], text: string | undefined): text is T => words.includes(text as T)

export const lineKey = ({ group, source, ground }: Line) => [group ?? '', source ?? '', ground ?? ''].join(':')
export const columnKey = (column: Column) => ('item' in column ? column.item : `${column.graded}-${column.rung}`)
/** `V04:self_inspection:ruled:works`: the name of a figure in forms and tables. */
export const keyOf = ({ line, column }: Key) => `${lineKey(line)}:${columnKey(column)}`

/** Reads the name of a figure; none where there is no such line or column. */
export function readKey(text: string): Key | null {
  const [group = '', source = '', ground = '', name = '', ...more] = text.split(':')
  const [graded, rung] = name.split('-')
  const column: Column | null = isOneOf(ITEM_NAMES, name)
    ? { item: name }
    : isOneOf(GRADED, graded) && isOneOf(RUNGS, rung) && name === `${graded}-${rung}`
      ? { graded, rung }
      : null
  const line: Line = {
    group: GROUP.test(group) ? group : null,
    source: isOneOf(FACT_SOURCES, source) ? source : null,
    ground: isOneOf(GROUNDS, ground) ? ground : null,
  }
  const known = column && more.length === 0 && lineKey(line) === [group, source, ground].join(':')
  return known && isLine(line) ? { line, column } : null
}

const isLine = ({ group, source, ground }: Line) => (group === null ? source === null : (source === null) === (ground === null))

const standings = { ruled: ['upheld', 'done'], recorded: ['recorded'] } satisfies Record<Ground, FigureDefinition['standings']>

/** What a figure of the report means in the record: its platform's, of its period, by the instant of decision. */
export function definitionOf({ line, column }: Key, filerId: string, period: Period): FigureDefinition {
  const { from, to } = instantsOf(period)
  const meaning: Meaning =
    'item' in column ? ITEMS[column.item] : { what: 'measured', measure: 'targets', targetKinds: [column.graded], rungs: [column.rung] }
  return {
    ...meaning,
    ...(meaning.targetKinds && { targetKinds: [...meaning.targetKinds] }),
    ...(meaning.rungs && { rungs: [...meaning.rungs] }),
    ...(line.group && { groups: [line.group] }),
    ...(line.source && { sources: [line.source] }),
    ...(line.ground && { standings: [...standings[line.ground]] }),
    ownerIds: [filerId],
    from: from.toISOString(),
    to: to.toISOString(),
  }
}

/** What the record holds of a period, each kind of fact once: enough to know which lines and columns are not empty. */
export type Trace = {
  what: FigureDefinition['what']
  targetKind: string
  rung: string | null
  stage: string | null
  source: string | null
  standing: string
  groups: readonly string[]
}

const fits = ({ line, column }: Key, trace: Trace) => {
  const meaning: Meaning =
    'item' in column ? ITEMS[column.item] : { what: 'measured', measure: 'targets', targetKinds: [column.graded], rungs: [column.rung] }
  const isReported = trace.what === 'measured' && trace.source !== null && trace.source !== 'self_inspection'
  return (
    (trace.what === meaning.what || (meaning.orMeasured === true && isReported)) &&
    (!meaning.targetKinds || meaning.targetKinds.some((kind) => kind === trace.targetKind)) &&
    (!meaning.rungs || meaning.rungs.some((rung) => rung === trace.rung)) &&
    (!meaning.stage || meaning.stage === trace.stage) &&
    (!line.group || trace.groups.includes(line.group)) &&
    (!line.source || trace.source === line.source) &&
    (!line.ground || standings[line.ground].some((standing) => standing === trace.standing))
  )
}

export const ALL: Line = { group: null, source: null, ground: null }
const columns: readonly Column[] = [
  ...ITEM_NAMES.map((item) => ({ item })),
  ...GRADED.flatMap((graded) => RUNGS.map((rung) => ({ graded, rung }))),
]

/** The lines that a record needs, in the order of the form: all, by ground where there are both, then group by group with its sources. */
export function linesOf(traces: readonly Trace[]): Line[] {
  const groups = [...new Set(traces.flatMap((trace) => trace.groups))].filter((group) => GROUP.test(group)).sort()
  const grounds = traces.some(({ standing }) => standing === 'recorded') ? GROUNDS : []
  const possible: Line[] = [
    ALL,
    ...grounds.map((ground) => ({ ...ALL, ground })),
    ...groups.flatMap((group) => [
      { ...ALL, group },
      ...FACT_SOURCES.flatMap((source) => GROUNDS.map((ground) => ({ group, source, ground }))),
    ]),
  ]
  return possible.filter((line) => line === ALL || traces.some((trace) => columns.some((column) => fits({ line, column }, trace))))
}

/** The figures to be asked of the record: those of the whole report, and below it those that are not empty. */
export const keysOf = (traces: readonly Trace[]): (Key & { isEmpty: boolean })[] =>
  linesOf(traces).flatMap((line) =>
    columns.flatMap((column) => {
      const isEmpty = !traces.some((trace) => fits({ line, column }, trace))
      return isEmpty && !(line === ALL && 'item' in column) ? [] : [{ line, column, isEmpty }]
    }),
  )

/** The order of two lines in the form. */
const rank = ({ group, source, ground }: Line) =>
  `${group ?? ''}.${source ? 1 + FACT_SOURCES.indexOf(source) : 0}.${ground ? 1 + GROUNDS.indexOf(ground) : 0}`
export const byForm = (a: Line, b: Line) => (rank(a) < rank(b) ? -1 : rank(a) > rank(b) ? 1 : 0)
