import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { biweeklyContents, biweeklyFigures, biweeklyReports } from '@/db/schema'
import { type FigureDefinition, isUnknown } from '../../figure/rules'
import type { Actor } from '../../kernel/actor'
import { cut, type Page } from '../../kernel/page'
import { organizationNames } from '../../organization/queries/organizations'
import type { Period } from '../rules/period'
import { type Counted, draftOf, hasMoved } from './draft'

export type Report = typeof biweeklyReports.$inferSelect
export type ReportFigure = {
  key: string
  definition: FigureDefinition
  value: number
  unknown: number
  declared: number | null
  reason: string | null
}
export const periodOfReport = ({ periodFrom, periodTo }: Pick<Report, 'periodFrom' | 'periodTo'>): Period => ({
  from: periodFrom,
  to: periodTo,
})

/** Who reads what a report says, and not only whether it came in: its filer, its bureau, 总局. */
const readsContents = ({ kind, organizationId }: Actor, { filerId, bureauId }: Pick<Report, 'filerId' | 'bureauId'>) =>
  kind === 'national' || (kind === 'platform' && filerId === organizationId) || (kind === 'province' && bureauId === organizationId)

/** The figures of a report as they were kept. */
const figuresOf = (tx: Tx, reportId: string): Promise<ReportFigure[]> =>
  tx
    .select({
      key: biweeklyFigures.key,
      definition: sql<FigureDefinition>`${biweeklyFigures.definition}`,
      value: biweeklyFigures.value,
      unknown: biweeklyFigures.unknown,
      declared: biweeklyFigures.declared,
      reason: biweeklyFigures.reason,
    })
    .from(biweeklyFigures)
    .where(eq(biweeklyFigures.reportId, reportId))

/**
 * A report under its number with its figures: while it is due, as the record has them at this moment, with what was last declared;
 * from then on as they were written, and whether the record has moved since. The contents only for whoever reads them.
 */
export async function reportByNumber(tx: Tx, actor: Actor, number: string) {
  const [report] = await tx.select().from(biweeklyReports).where(eq(biweeklyReports.number, number))
  if (!report) return null
  const others = await tx
    .select({
      id: biweeklyReports.id,
      number: biweeklyReports.number,
      state: biweeklyReports.state,
      previousId: biweeklyReports.previousId,
    })
    .from(biweeklyReports)
    .where(
      and(
        eq(biweeklyReports.filerId, report.filerId),
        eq(biweeklyReports.periodFrom, report.periodFrom),
        ne(biweeklyReports.id, report.id),
      ),
    )
  const names = await organizationNames(tx, [report.filerId, report.bureauId])
  const unnamed = { shortName: '', nameEn: null, name: '' }
  const found = {
    report,
    filer: names.get(report.filerId) ?? unnamed,
    bureau: names.get(report.bureauId) ?? unnamed,
    previous: others.find(({ id }) => id === report.previousId) ?? null,
    next: others.find(({ previousId, state }) => previousId === report.id && state !== 'withdrawn') ?? null,
    contents: null as Contents | null,
  }
  if (!readsContents(actor, report)) return found
  return { ...found, contents: await contentsOf(tx, report) }
}

/** `position` is absent while the figures are the record's own, read now. */
export type Contents = {
  figures: ReportFigure[]
  position: { seq: number; snapshot: string } | null
  countedAt: Date
  remark: string | null
  moved: boolean
}

/** The record's figures of this moment, with what the report declares beside them. */
function withDeclared(counted: readonly Counted[], kept: readonly ReportFigure[]): ReportFigure[] {
  const declared = new Map(kept.filter((figure) => figure.declared !== null).map((figure) => [figure.key, figure]))
  const plain = { declared: null, reason: null }
  return [
    ...counted.map((figure) => ({ ...plain, ...declared.get(figure.key), ...figure })),
    ...[...declared.values()]
      .filter(({ key }) => counted.every((figure) => figure.key !== key))
      .map((figure) => ({ ...figure, value: 0, unknown: 0 })),
  ]
}

async function contentsOf(tx: Tx, report: Report): Promise<Contents> {
  const [kept] = await tx.select().from(biweeklyContents).where(eq(biweeklyContents.reportId, report.id))
  const figures = await figuresOf(tx, report.id)
  const { countedAt, remark, seq, snapshot } = kept!
  const stands = report.state === 'superseded' || report.state === 'waived' || report.state === 'withdrawn'
  if (stands) return { figures, position: { seq, snapshot }, countedAt, remark, moved: false }
  const { figures: counted } = await draftOf(tx, report.filerId, periodOfReport(report))
  const moved = hasMoved(figures, counted)
  if (report.state === 'due') return { figures: withDeclared(counted, figures), position: null, countedAt, remark, moved }
  return { figures, position: { seq, snapshot }, countedAt, remark, moved }
}

/** What a platform has before it when it writes or amends a report: the record of this moment, and what was declared last. */
export async function figuresToWrite(tx: Tx, report: Report): Promise<ReportFigure[]> {
  const { figures } = await draftOf(tx, report.filerId, periodOfReport(report))
  return withDeclared(figures, await figuresOf(tx, report.id))
}

export const REPORT_VIEWS = ['open', 'signed', 'all'] as const
export type ReportView = (typeof REPORT_VIEWS)[number]
export type ListedReport = Report & { works: number | null; accounts: number | null }

const PAGE = 50
const seen = (view: ReportView) =>
  ({
    open: inArray(biweeklyReports.state, ['due', 'written']),
    signed: inArray(biweeklyReports.state, ['signed', 'superseded']),
    all: undefined,
  })[view]

/** A platform's own reports, the latest period first. */
export async function reportsOf(tx: Tx, actor: Actor, { view, after }: { view: ReportView; after?: string }): Promise<Page<ListedReport>> {
  const [, day, edition] = /^(\d{4}-\d{2}-\d{2})~(\d{1,4})$/.exec(after ?? '') ?? []
  const rows = await tx
    .select()
    .from(biweeklyReports)
    .where(
      and(
        eq(biweeklyReports.filerId, actor.organizationId!),
        seen(view),
        day ? sql`(${biweeklyReports.periodFrom}, ${biweeklyReports.edition}) < (${day}::date, ${Number(edition)})` : undefined,
      ),
    )
    .orderBy(desc(biweeklyReports.periodFrom), desc(biweeklyReports.edition), desc(biweeklyReports.openedAt))
    .limit(PAGE + 1)
  const page = cut(rows, PAGE, ({ periodFrom, edition: last }) => `${periodFrom}~${last}`)
  const values = await reportedOf(
    tx,
    page.rows.map(({ id }) => id),
    [':::works', ':::accounts'],
  )
  return {
    next: page.next,
    rows: page.rows.map((row) => ({
      ...row,
      works: values.get(`${row.id} :::works`) ?? null,
      accounts: values.get(`${row.id} :::accounts`) ?? null,
    })),
  }
}

/** What these reports say under these keys: what was declared, else the record's; where nothing is known, no number. */
async function reportedOf(tx: Tx, ids: string[], keys: string[]): Promise<Map<string, number | null>> {
  if (ids.length === 0) return new Map()
  const rows = await tx
    .select({
      reportId: biweeklyFigures.reportId,
      key: biweeklyFigures.key,
      declared: biweeklyFigures.declared,
      value: biweeklyFigures.value,
      unknown: biweeklyFigures.unknown,
    })
    .from(biweeklyFigures)
    .where(and(inArray(biweeklyFigures.reportId, ids), inArray(biweeklyFigures.key, keys)))
  return new Map(
    rows.map(({ reportId, key, declared, ...figure }) => [`${reportId} ${key}`, declared ?? (isUnknown(figure) ? null : figure.value)]),
  )
}

export type BoardCell = Report & { value: number | null }
export type BoardRow = { filerId: string; filer: { shortName: string; nameEn: string | null }; cells: (BoardCell | null)[] }

/** Which version of a report counts: the newest one that was signed, else the one that the clock called. */
const standingOf = (versions: readonly Report[]) =>
  versions.filter(({ state }) => state === 'signed').at(-1) ?? versions.find(({ edition }) => edition === 1) ?? null

/** Filers by periods: 总局 all, a bureau those of its province, a platform itself. `trend` is the figure that is drawn. */
export async function reportBoard(tx: Tx, actor: Actor, periods: readonly Period[], trend: string): Promise<BoardRow[]> {
  if (periods.length === 0) return []
  const reports = await tx
    .select()
    .from(biweeklyReports)
    .where(
      and(
        inArray(
          biweeklyReports.periodFrom,
          periods.map(({ from }) => from),
        ),
        actor.kind === 'national'
          ? undefined
          : eq(actor.kind === 'platform' ? biweeklyReports.filerId : biweeklyReports.bureauId, actor.organizationId!),
      ),
    )
    .orderBy(biweeklyReports.edition)
  const values = await reportedOf(
    tx,
    reports.filter(({ state }) => state === 'signed').map(({ id }) => id),
    [trend],
  )
  const byFiler = Map.groupBy(reports, ({ filerId }) => filerId)
  const names = await organizationNames(tx, [...byFiler.keys()])
  return [...byFiler]
    .map(([filerId, own]) => ({
      filerId,
      filer: names.get(filerId) ?? { shortName: '', nameEn: null },
      cells: periods.map(({ from }) => {
        const report = standingOf(own.filter(({ periodFrom }) => periodFrom === from))
        return report && { ...report, value: values.get(`${report.id} ${trend}`) ?? null }
      }),
    }))
    .sort((a, b) => a.filer.shortName.localeCompare(b.filer.shortName, 'zh-CN'))
}
