import { and, asc, eq, exists, ilike, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { keyset } from '@/db/keyset'
import { dramas, miniPrograms, platformAccounts, violationClauses, violationFilings, violationSubjects, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import { organizationNames } from '../../organization/queries/organizations'
import type { SubjectKind } from '../rules'
import type { RulingOutcome, ViolationState } from '../workflow'

const PAGE = 50
/** `own` is what one has filed, in any state, without what a platform only recorded; `everyone` what was upheld, whoever filed it. */
export const REPORT_VIEWS = ['own', 'draft', 'recorded', 'filed', 'upheld', 'dismissed', 'merged', 'withdrawn', 'everyone'] as const
export type ReportView = (typeof REPORT_VIEWS)[number]
export type ReportFilter = {
  view: ReportView
  q?: string
  severity?: number
  bureauId?: string
  source?: 'self_inspection' | 'association'
  about?: SubjectKind
  numbers?: readonly string[]
  oldest?: boolean
  after?: string
}

type Named = { shortName: string; nameEn: string | null }
export type ReportRow = {
  id: string
  version: number
  number: string | null
  title: string
  state: ViolationState
  outcome: RulingOutcome | null
  severity: number | null
  source: 'self_inspection' | 'association'
  openedAt: Date
  filedAt: Date | null
  decidedAt: Date | null
  dueAt: Date | null
  bureauId: string
  /** The report that it was merged into. */
  rootId: string | null
  bureau: Named | null
  /** Where the reader may know. */
  filer: (Named & { id: string }) | null
  subjects: {
    kind: SubjectKind
    name: string
    dramaId: string | null
    miniProgramId: string | null
    accountId: string | null
    platformId: string | null
    outcome: RulingOutcome | null
    severity: number | null
  }[]
  codes: string[]
}

/** What a kind of organization can look through; the first is shown unless another is asked for. */
export function viewsFor({ kind }: Pick<Actor, 'kind'>): ReportView[] {
  if (kind === 'national' || kind === 'province') return ['filed', 'upheld', 'dismissed', 'merged', 'withdrawn', 'recorded']
  const own: ReportView[] = ['own', 'draft', 'filed', 'upheld', 'dismissed', 'merged', 'withdrawn']
  return kind === 'association' ? [...own, 'everyone'] : [...own, 'recorded']
}

const isRegulator = ({ kind }: Actor) => kind === 'national' || kind === 'province'

function within(actor: Actor, view: ReportView): SQL | undefined {
  const own = isRegulator(actor) || view === 'everyone' ? undefined : eq(violationFilings.filerId, actor.organizationId!)
  const bureau = actor.kind === 'province' ? eq(violations.bureauId, actor.organizationId!) : undefined
  if (view === 'everyone') return eq(violations.state, 'upheld')
  if (view === 'own') return and(own, isNotNull(violations.filedAt), ne(violations.state, 'recorded'))
  return and(own, bureau, eq(violations.state, view))
}

const literal = (text: string) => text.replace(/[\\%_]/g, '\\$&')

/** Reports by view, newest first unless the oldest are asked for, 50 a page; `limit` raises the page for a file. */
export async function reportsOf(
  tx: Tx,
  actor: Actor,
  { view, q, severity, bureauId, source, about, numbers, oldest, after }: ReportFilter,
  limit = PAGE,
): Promise<Page<ReportRow>> {
  const by = view === 'draft' ? violations.openedAt : violations.filedAt
  const { behind, order } = keyset(by, violations.id, readCursor(after), oldest)
  const of = and(eq(violationSubjects.violationId, violations.id), about && eq(violationSubjects.kind, about))
  const rows = await tx
    .select({ row: violations, filerId: violationFilings.filerId })
    .from(violations)
    .leftJoin(violationFilings, eq(violationFilings.violationId, violations.id))
    .where(
      and(
        within(actor, view),
        severity ? eq(violations.severity, severity) : undefined,
        bureauId ? eq(violations.bureauId, bureauId) : undefined,
        source ? eq(violations.source, source) : undefined,
        numbers ? inArray(violations.number, [...numbers]) : undefined,
        about ? exists(tx.select({ one: sql`1` }).from(violationSubjects).where(of)) : undefined,
        q ? or(ilike(violations.title, `%${literal(q)}%`), ilike(violations.number, `%${literal(q)}%`)) : undefined,
        behind,
      ),
    )
    .orderBy(...order)
    .limit(limit + 1)
  const page = cut(rows, limit, ({ row }) => cursorOf((view === 'draft' ? row.openedAt : row.filedAt)!, row.id))
  return { next: page.next, rows: await dressed(tx, page.rows) }
}

/** Subjects of reports with their names, as far as the reader may see both. */
export const subjectsIn = (tx: Tx, ids: string[]) =>
  tx
    .select({
      id: violationSubjects.id,
      violationId: violationSubjects.violationId,
      kind: violationSubjects.kind,
      dramaId: violationSubjects.dramaId,
      miniProgramId: violationSubjects.miniProgramId,
      accountId: violationSubjects.accountId,
      stage: violationSubjects.stage,
      outcome: violationSubjects.outcome,
      severity: violationSubjects.severity,
      reason: violationSubjects.reason,
      decidedAt: violationSubjects.decidedAt,
      name: sql<string>`coalesce(${dramas.title}, ${miniPrograms.name}, ${platformAccounts.handle}, '')`,
      /** The work's address code, the app id, or the account id. */
      code: sql<string>`coalesce(${dramas.code}, ${miniPrograms.appId}, ${platformAccounts.accountId}, '')`,
      platformId: sql<string | null>`coalesce(${miniPrograms.platformId}, ${platformAccounts.platformId})`,
      producerName: dramas.producerName,
      origin: dramas.origin,
    })
    .from(violationSubjects)
    .leftJoin(dramas, eq(dramas.id, violationSubjects.dramaId))
    .leftJoin(miniPrograms, eq(miniPrograms.id, violationSubjects.miniProgramId))
    .leftJoin(platformAccounts, eq(platformAccounts.id, violationSubjects.accountId))
    .where(inArray(violationSubjects.violationId, ids))
    .orderBy(asc(sql`array_position(array['drama', 'mini_program', 'account'], ${violationSubjects.kind})`))

async function dressed(tx: Tx, rows: { row: typeof violations.$inferSelect; filerId: string | null }[]): Promise<ReportRow[]> {
  const ids = rows.map(({ row }) => row.id)
  if (ids.length === 0) return []
  const subjects = await subjectsIn(tx, ids)
  const clauses = await tx
    .selectDistinct({ violationId: violationClauses.violationId, code: violationClauses.code })
    .from(violationClauses)
    .where(inArray(violationClauses.violationId, ids))
    .orderBy(violationClauses.code)
  const names = await organizationNames(
    tx,
    rows.flatMap(({ row, filerId }) => [row.bureauId, filerId]),
  )
  const of = <T extends { violationId: string }>(list: T[], id: string) => list.filter(({ violationId }) => violationId === id)
  return rows.map(({ row, filerId }) => ({
    ...row,
    bureau: row.state === 'draft' ? null : (names.get(row.bureauId) ?? null),
    filer: (filerId && names.get(filerId)) || null,
    subjects: of(subjects, row.id).map((subject) => ({ ...subject, name: subject.name || row.title })),
    codes: of(clauses, row.id).map(({ code }) => code),
  }))
}

const COUNTED = 100
/** How many reports each view holds, counted up to 100. */
export async function reportCounts(tx: Tx, actor: Actor): Promise<Map<ReportView, number>> {
  const counts: [ReportView, number][] = []
  for (const view of viewsFor(actor)) {
    const some = tx
      .select({ one: sql`1` })
      .from(violations)
      .leftJoin(violationFilings, eq(violationFilings.violationId, violations.id))
      .where(within(actor, view))
      .limit(COUNTED)
      .as('some')
    const [row] = await tx.select({ n: sql<number>`count(*)::int` }).from(some)
    counts.push([view, row?.n ?? 0])
  }
  return new Map(counts)
}
