import type { Tx } from '@/db/client'
import { reportBoard } from '../biweekly/queries/reports'
import { endedPeriods } from '../biweekly/rules/period'
import { type QueueCounts, queueCounts } from '../desk/queries/queue'
import { medianOf, type Total, totalsOf } from '../figure/queries/totals'
import type { Kept } from '../figure/workflow'
import type { Actor } from '../kernel/actor'
import { addDays, type Day } from '../kernel/time'
import { type Named, organizationNames } from '../organization/queries/organizations'
import { overdueOrders } from '../takedown/queries/orders'
import { mondaysOf, spanOf, type WeekCount } from './rules'

export type Asked = { weeks: WeekCount; bureauId?: string }
/** Minutes from the order to its carrying out, of `n` orders that were. */
export type Dark = { median: number | null; n: number }
export type PlatformRow = { id: string; name: Named; orders: Map<string, number>; total: number; overdue: number; dark: Dark }
export type WatchRow = { id: string; name: Named; drawn: number; done: number; missed: number; hits: number }
export type ReportRow = { id: string; name: Named; inTime: number; late: number; open: number }
export type Overview = {
  mondays: Day[]
  queue: QueueCounts
  groups: { code: string; n: number }[]
  /** Reports upheld, each subject once; one of several groups counts in each. */
  found: { upheld: number; recorded: number }
  rungs: { code: string; done: number; recorded: number }[]
  mended: { rectified: number; refused: number }
  platforms: PlatformRow[]
  dark: { whole: Dark; weeks: { monday: Day; dark: Dark }[] }
  /** By class and state: as what was submitted in these weeks stands now. */
  registrations: { class: number; state: string; n: number }[]
  entries: { listed: number; proposed: number; verified: number; refused: number }
  watch: WatchRow[]
  reports: ReportRow[]
}

const LATEST = 6
const UNNAMED: Named = { shortName: '', nameEn: null }
const sum = (rows: readonly Total[]) => rows.reduce((all, { n }) => all + n, 0)
const darkOf = (rows: readonly Total[]): Dark => ({ median: medianOf(rows), n: sum(rows) })
/** `done:P4` is of `done`, and about `P4`. */
const halves = (part: string) => [part.slice(0, part.indexOf(':')), part.slice(part.indexOf(':') + 1)] as const

const SHEETS_DONE = ['clean', 'found', 'referred']

/**
 * All figures of an overview as far as its reader has them: kept totals of so many weeks, what waits for the reader now, and the last
 * six reports of each platform. Nothing is counted from the cases but what is bounded.
 */
export async function overviewOf(tx: Tx, actor: Actor, { weeks, bureauId }: Asked, now: Date): Promise<Overview> {
  const mondays = mondaysOf(now, weeks)
  const span = spanOf(mondays)
  const within = { from: mondays[0]!, to: addDays(span.to, 1), bureauId }
  const plain: Kept[] = ['found', 'found_group', 'measured', 'rectified', 'refused', 'registration', 'entry']
  const totals = await totalsOf(tx, actor, plain, within)
  const of = (measure: Kept, part?: string) =>
    totals.filter((total) => total.measure === measure && (part === undefined || total.part === part))
  const orders = await totalsOf(tx, actor, ['order'], { ...within, owner: true })
  const dark = await totalsOf(tx, actor, ['dark'], { ...within, owner: true, week: true })
  const sheets = (await totalsOf(tx, actor, ['sheet'], within)).map(({ part, n }) => ({ id: halves(part)[0], state: halves(part)[1], n }))
  const overdue = await overdueOrders(tx, actor, { span, bureauId }, now)
  const board =
    actor.kind === 'national' || actor.kind === 'province' || actor.kind === 'platform'
      ? await reportBoard(tx, actor, endedPeriods(now, LATEST).toReversed(), ':::works')
      : []
  const ordered = [...new Set(orders.map(({ ownerId }) => ownerId!))]
  const watched = [...new Set(sheets.map(({ id }) => id))]
  const names = await organizationNames(tx, [...ordered, ...watched])
  const groups = of('found_group').flatMap(({ part, n }) => (halves(part)[0] === 'upheld' ? { code: halves(part)[1], n } : []))
  const rungs = [...Map.groupBy(of('measured'), ({ part }) => halves(part)[1])]
  const counted = (standing: string, rows: readonly Total[]) => sum(rows.filter(({ part }) => halves(part)[0] === standing))
  return {
    mondays,
    queue: await queueCounts(tx, actor, now),
    groups: groups.toSorted((a, b) => b.n - a.n || (a.code < b.code ? -1 : 1)),
    found: { upheld: sum(of('found', 'upheld')), recorded: sum(of('found', 'recorded')) },
    rungs: rungs
      .map(([code, rows]) => ({ code, done: counted('done', rows), recorded: counted('recorded', rows) }))
      .toSorted((a, b) => Number(a.code.slice(1)) - Number(b.code.slice(1))),
    mended: { rectified: sum(of('rectified')), refused: sum(of('refused')) },
    platforms: ordered
      .map((id) => {
        const own = orders.filter(({ ownerId }) => ownerId === id)
        return {
          id,
          name: names.get(id) ?? UNNAMED,
          orders: new Map(own.map(({ part, n }) => [part, n])),
          total: sum(own),
          overdue: overdue.get(id) ?? 0,
          dark: darkOf(dark.filter(({ ownerId }) => ownerId === id)),
        }
      })
      .toSorted((a, b) => (a.dark.median ?? Number.POSITIVE_INFINITY) - (b.dark.median ?? Number.POSITIVE_INFINITY)),
    dark: {
      whole: darkOf(dark),
      weeks: mondays.map((monday) => ({ monday, dark: darkOf(dark.filter(({ week }) => week === monday)) })),
    },
    registrations: of('registration').map(({ part, n }) => ({ class: Number(halves(part)[0]), state: halves(part)[1], n })),
    entries: {
      listed: sum(of('entry', 'listed')),
      proposed: sum(of('entry', 'proposed')),
      verified: sum(of('entry', 'verified')),
      refused: sum(of('entry', 'declined')) + sum(of('entry', 'withdrawn')),
    },
    watch: watched.map((id) => {
      const own = sheets.filter((sheet) => sheet.id === id)
      const count = (...states: string[]) => own.reduce((all, { state, n }) => all + (states.includes(state) ? n : 0), 0)
      return {
        id,
        name: names.get(id) ?? UNNAMED,
        drawn: own.reduce((all, { n }) => all + n, 0),
        done: count(...SHEETS_DONE),
        missed: count('missed'),
        hits: count('found', 'referred'),
      }
    }),
    reports: board.map(({ filerId, filer, cells }) => {
      const owed = cells.filter((cell) => cell !== null)
      const signed = owed.filter(({ state }) => state === 'signed')
      return {
        id: filerId,
        name: filer,
        inTime: signed.filter(({ late }) => !late).length,
        late: signed.filter(({ late }) => late).length,
        open: owed.filter(({ state }) => state === 'due' || state === 'written').length,
      }
    }),
  }
}
