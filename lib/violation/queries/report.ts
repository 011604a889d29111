import { and, asc, desc, eq, inArray, lt, ne, or, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  accessLog,
  blacklistEntries,
  dramas,
  events,
  violationClauses,
  violationEvidence,
  violationFilings,
  violationPlaceNotes,
  violationPlaces,
  violationSubjects,
  violations,
} from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { type Named, organizationNames } from '../../organization/queries/organizations'
import { type EvidenceRow, evidenceOf } from './evidence'
import { subjectsIn } from './reports'

export type Report = typeof violations.$inferSelect
/** What a report is to its reader, which says how much of it is read. */
export type Relation = 'filer' | 'regulator' | 'association' | 'creator' | 'concerned'
export type Filing = {
  filerId: string
  filer: Named | null
  filedByName: string
  description: string | null
  links: string[]
  cited: { number: string; title: string }[]
}
export type Place = { episode: number; start: number | null; end: number | null; note: string | null }
export type Subject = Awaited<ReturnType<typeof subjectsIn>>[number] & {
  clauses: { code: string; upheld: 'yes' | 'no' | null }[]
  platform: Named | null
}
export type ReportRead = {
  report: Report
  relation: Relation
  /** A platform recorded it; its bureau has taken it up since. */
  isTakenUp: boolean
  bureau: Named | null
  subjects: Subject[]
  places: Place[]
  filing: Filing | null
  evidence: EvidenceRow[]
}

const relationTo = (actor: Actor, filerId: string | undefined): Relation =>
  filerId !== undefined && filerId === actor.organizationId
    ? 'filer'
    : actor.kind === 'creator'
      ? 'creator'
      : actor.kind === 'association'
        ? 'association'
        : actor.kind === 'platform'
          ? 'concerned'
          : 'regulator'

async function citedIn(tx: Tx, ids: string[]) {
  const rows = ids.length
    ? await tx
        .select({ number: blacklistEntries.number, title: blacklistEntries.title })
        .from(blacklistEntries)
        .where(inArray(blacklistEntries.id, ids))
    : []
  return rows.flatMap(({ number, title }) => (number ? [{ number, title }] : []))
}

async function filingOf(tx: Tx, id: string): Promise<Filing | null> {
  const [row] = await tx.select().from(violationFilings).where(eq(violationFilings.violationId, id))
  if (!row) return null
  const names = await organizationNames(tx, [row.filerId])
  const { filerId, filedByName, description, links } = row
  return {
    filerId,
    filer: names.get(filerId) ?? null,
    filedByName,
    description,
    links,
    cited: await citedIn(tx, row.citedEntryIds),
  }
}

async function placesOf(tx: Tx, id: string): Promise<Place[]> {
  const notes = new Map(
    (await tx.select().from(violationPlaceNotes).where(eq(violationPlaceNotes.violationId, id))).map(({ position, note }) => [
      position,
      note,
    ]),
  )
  const rows = await tx
    .select()
    .from(violationPlaces)
    .where(eq(violationPlaces.violationId, id))
    .orderBy(asc(violationPlaces.episode), asc(violationPlaces.startSecond), asc(violationPlaces.position))
  return rows.map(({ position, episode, startSecond, endSecond }) => ({
    episode,
    start: startSecond,
    end: endSecond,
    note: notes.get(position) ?? null,
  }))
}

/** Did a platform record it in a file of its own, whatever became of it since? */
export const wasRecorded = async (tx: Tx, id: string) =>
  (await tx.$count(events, and(eq(events.subjectId, id), eq(events.name, 'violation.recorded')))) > 0

/**
 * A report under its number as this reader may see it. A creator reads what was upheld against its own, without filer, files
 * or free text, and so does a platform of others' reports about its accounts, mini-programs and placements; CNSA reads of others' reports
 * what was upheld; null where the case does not exist for the reader.
 */
export async function reportByNumber(tx: Tx, actor: Actor, number: string): Promise<ReportRead | null> {
  const [report] = await tx.select().from(violations).where(eq(violations.number, number))
  if (!report) return null
  const filing = await filingOf(tx, report.id)
  const relation = relationTo(actor, filing?.filerId)
  const subjects = await subjectsIn(tx, [report.id])
  const clauses = await tx
    .select()
    .from(violationClauses)
    .where(eq(violationClauses.violationId, report.id))
    .orderBy(asc(violationClauses.code))
  const names = await organizationNames(tx, [report.bureauId, ...subjects.map(({ platformId }) => platformId)])
  return {
    report,
    relation,
    isTakenUp: report.state === 'filed' && (await wasRecorded(tx, report.id)),
    bureau: names.get(report.bureauId) ?? null,
    subjects: subjects.map((subject) => ({
      ...subject,
      // A work that only its reporters know has no row for CNSA, but the case has its title.
      name: subject.name || report.title,
      platform: (subject.platformId && names.get(subject.platformId)) || null,
      clauses: clauses.filter(({ subjectId }) => subjectId === subject.id).map(({ code, upheld }) => ({ code, upheld })),
    })),
    places: await placesOf(tx, report.id),
    filing,
    evidence: relation === 'creator' || relation === 'concerned' ? [] : await evidenceOf(tx, report.id),
  }
}

export type Earlier = {
  id: string
  number: string
  title: string
  state: Report['state']
  severity: number | null
  filedAt: Date
  subjectCount: number
  same: boolean
}

/** Reports of the same subjects that the reviewer may see, filed before this one, newest first; `same`: about this one subject alone. */
export async function earlierOf(
  tx: Tx,
  report: Report,
  subjects: readonly Pick<Subject, 'dramaId' | 'miniProgramId' | 'accountId'>[],
): Promise<Earlier[]> {
  const works = subjects.flatMap(({ dramaId }) => dramaId ?? [])
  const firsts = works.length ? await tx.select({ id: dramas.sameAsId }).from(dramas).where(inArray(dramas.id, works)) : []
  const named = [...works, ...firsts.flatMap(({ id }) => id ?? [])]
  const linked = works.length
    ? (
        await tx
          .select({ id: dramas.id })
          .from(dramas)
          .where(or(inArray(dramas.id, named), inArray(dramas.sameAsId, works)))
      ).map(({ id }) => id)
    : []
  const of = (ids: (string | null)[]) => ids.filter((id) => id !== null)
  const shared = or(
    linked.length ? inArray(violationSubjects.dramaId, linked) : undefined,
    of(subjects.map(({ miniProgramId }) => miniProgramId)).length
      ? inArray(violationSubjects.miniProgramId, of(subjects.map(({ miniProgramId }) => miniProgramId)))
      : undefined,
    of(subjects.map(({ accountId }) => accountId)).length
      ? inArray(violationSubjects.accountId, of(subjects.map(({ accountId }) => accountId)))
      : undefined,
  )
  if (!shared || !report.filedAt) return []
  const ids = tx.select({ id: violationSubjects.violationId }).from(violationSubjects).where(shared)
  const rows = await tx
    .select({
      id: violations.id,
      number: violations.number,
      title: violations.title,
      state: violations.state,
      severity: violations.severity,
      filedAt: violations.filedAt,
      subjectCount: sql<number>`(select count(*)::int from ${violationSubjects} where ${violationSubjects.violationId} = ${violations.id})`,
    })
    .from(violations)
    .where(
      and(
        inArray(violations.id, ids),
        ne(violations.id, report.id),
        lt(violations.filedAt, report.filedAt),
        inArray(violations.state, ['filed', 'upheld', 'dismissed', 'merged']),
      ),
    )
    .orderBy(desc(violations.filedAt))
    .limit(10)
  return rows.map(({ number, filedAt, ...row }) => ({
    ...row,
    number: number!,
    filedAt: filedAt!,
    same: row.subjectCount === 1 && subjects.length === 1,
  }))
}

/** Reports of each of these works that the reader may see, in hand or upheld, newest first. */
export async function reportsOn(tx: Tx, dramaIds: readonly string[]) {
  if (dramaIds.length === 0) return []
  const rows = await tx
    .select({ dramaId: violationSubjects.dramaId, number: violations.number, state: violations.state })
    .from(violationSubjects)
    .innerJoin(violations, eq(violations.id, violationSubjects.violationId))
    .where(and(inArray(violationSubjects.dramaId, [...dramaIds]), inArray(violations.state, ['filed', 'upheld'])))
    .orderBy(desc(violations.filedAt))
  return rows.flatMap(({ dramaId, number, state }) => (dramaId && number ? [{ dramaId, number, state }] : []))
}
export type ReportOn = Awaited<ReturnType<typeof reportsOn>>[number]

/** The root and what was merged into this one, for the regulators of the case. */
export async function mergedWith(tx: Tx, report: Report) {
  const rows = await tx
    .select({ id: violations.id, number: violations.number, rootId: violations.rootId })
    .from(violations)
    .where(or(eq(violations.rootId, report.id), report.rootId ? eq(violations.id, report.rootId) : undefined))
    .orderBy(asc(violations.filedAt))
  return {
    root: rows.find(({ id }) => id === report.rootId)?.number ?? null,
    merged: rows.flatMap(({ rootId, number }) => (rootId === report.id && number ? [number] : [])),
  }
}

/** Who opened which file when, newest first, at most 200; the regulators of the case read it. */
export const openingsOf = (tx: Tx, violationId: string) =>
  tx
    .select({
      id: accessLog.id,
      memberName: accessLog.memberName,
      organizationId: accessLog.organizationId,
      at: accessLog.at,
      file: violationEvidence.name,
    })
    .from(accessLog)
    .leftJoin(violationEvidence, sql`${violationEvidence.id}::text = ${accessLog.what}`)
    .where(and(eq(accessLog.noun, 'violation'), eq(accessLog.subjectId, violationId)))
    .orderBy(desc(accessLog.at))
    .limit(200)
