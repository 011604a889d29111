import { and, desc, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  blacklistClauses,
  blacklistEntries,
  blacklistProposals,
  blacklistSubjects,
  type facts,
  inspectionFindings,
  inspectionSheets,
  miniPrograms,
  penalties,
  rectificationOrders,
  rectifications,
  rectificationTasks,
  takedownAnswers,
  takedownOrders,
  violationClauses,
  violationFilings,
  violationPlaces,
  violationSubjects,
  violations,
} from '@/db/schema'
import { asDay, startOf } from '../../kernel/time'
import { groupsOf } from '../rules'
import type { FactSource, Standing, What } from '../workflow'

/** An event as the ledger keeps it and as an act holds it. */
export type Countable = { id: string; name: string; subjectId: string; detail: Record<string, unknown>; at: Date }
export type Fact = Omit<typeof facts.$inferInsert, 'writtenIn' | 'voidedBy' | 'voidedIn'>
/** How large a work was when it happened; what its row says may have become known since. */
type Measured = { episodeCount: number | null; totalSeconds: number | null }
type Derive = (tx: Tx, events: readonly Countable[]) => Promise<Omit<Fact, 'n' | 'groups'>[]>

const idsOf = (events: readonly Countable[]) => [...new Set(events.map(({ subjectId }) => subjectId))]
const by = <T, K extends keyof T>(rows: readonly T[], key: K) => Map.groupBy(rows, (row) => row[key])

/** A report counts for whoever filed it; one that was merged does not count again beside its root. */
const found: Derive = async (tx, events) => {
  const ids = idsOf(events)
  const cases = await tx
    .select({
      id: violations.id,
      bureauId: violations.bureauId,
      source: violations.source,
      seenOn: violations.seenOn,
      filerId: violationFilings.filerId,
    })
    .from(violations)
    .innerJoin(violationFilings, eq(violationFilings.violationId, violations.id))
    .where(inArray(violations.id, ids))
  const subjects = await tx
    .select()
    .from(violationSubjects)
    .where(inArray(violationSubjects.violationId, ids))
    .orderBy(violationSubjects.id)
  const clauses = by(await tx.select().from(violationClauses).where(inArray(violationClauses.violationId, ids)), 'subjectId')
  const places = by(await tx.select().from(violationPlaces).where(inArray(violationPlaces.violationId, ids)), 'violationId')
  /** A row of a platform's file can be about one episode; its size is then that episode's. */
  const episodeOf = ({ violationId, dramaId }: (typeof subjects)[number], { episodeCount }: Measured) => {
    const named = places.get(violationId) ?? []
    return dramaId && episodeCount === 1 && named.length === 1 ? named[0]!.episode : null
  }
  const caseOf = new Map(cases.map((one) => [one.id, one]))
  return events.flatMap((event) => {
    const recorded = event.name === 'violation.recorded'
    const of = caseOf.get(event.subjectId)!
    return subjects
      .filter((subject) => subject.violationId === event.subjectId && (recorded || subject.outcome === 'upheld'))
      .map((subject) => ({ subject, size: recorded ? (event.detail as Measured) : subject }))
      .map(({ subject, size }) => ({
        eventId: event.id,
        what: 'found' as const,
        targetKind: subject.kind,
        targetId: (subject.dramaId ?? subject.miniProgramId ?? subject.accountId)!,
        episode: episodeOf(subject, size),
        caseNoun: 'violation',
        caseId: of.id,
        ownerId: of.filerId,
        // What was recorded and taken up may pass to another bureau afterwards.
        bureauId: recorded ? String(event.detail.bureauId) : of.bureauId,
        batchId: (event.detail.batchId as string | undefined) ?? null,
        source: of.source satisfies FactSource,
        stage: subject.stage,
        codes: (clauses.get(subject.id) ?? []).filter(({ upheld }) => recorded || upheld === 'yes').map(({ code }) => code),
        episodes: size.episodeCount,
        seconds: size.totalSeconds,
        standing: recorded ? ('recorded' as const) : ('upheld' as const),
        countsAt: recorded && of.seenOn ? startOf(asDay(of.seenOn)) : event.at,
      }))
  })
}

type Listed = Pick<typeof blacklistSubjects.$inferSelect, 'dramaId' | 'miniProgramId'>
const targetOf = ({ dramaId, miniProgramId }: Listed) =>
  dramaId ? { targetKind: 'drama' as const, targetId: dramaId } : { targetKind: 'mini_program' as const, targetId: miniProgramId! }

/** What a proposal named, as it says itself: the bureau may leave some of it out when it verifies. */
function namedIn({ detail }: Countable) {
  const { works, miniProgramIds } = detail as { works: (Measured & { id: string })[]; miniProgramIds: string[] }
  return [
    ...works.map(({ id, episodeCount, totalSeconds }) => ({
      targetKind: 'drama' as const,
      targetId: id,
      episodes: episodeCount,
      seconds: totalSeconds,
    })),
    ...miniProgramIds.map((id) => ({ targetKind: 'mini_program' as const, targetId: id, episodes: null, seconds: null })),
  ].toSorted((a, b) => (a.targetId < b.targetId ? -1 : 1))
}

const proposed: Derive = async (tx, events) => {
  const ids = idsOf(events)
  const entries = new Map(
    (await tx.select().from(blacklistEntries).where(inArray(blacklistEntries.id, ids))).map((entry) => [entry.id, entry]),
  )
  const proposers = by(
    await tx
      .select({ entryId: blacklistProposals.entryId, proposerId: blacklistProposals.proposerId, source: violations.source })
      .from(blacklistProposals)
      .innerJoin(violations, eq(violations.id, blacklistProposals.violationId))
      .where(and(inArray(blacklistProposals.entryId, ids), eq(blacklistProposals.first, true))),
    'entryId',
  )
  const clauses = by(await tx.select().from(blacklistClauses).where(inArray(blacklistClauses.entryId, ids)), 'entryId')
  return events.flatMap((event) => {
    const { id, bureauId } = entries.get(event.subjectId)!
    const { proposerId, source } = proposers.get(id)![0]!
    return namedIn(event).map((target) => ({
      eventId: event.id,
      what: 'proposed' as const,
      ...target,
      caseNoun: 'blacklist',
      caseId: id,
      ownerId: proposerId,
      bureauId,
      source,
      codes: (clauses.get(id) ?? []).map(({ code }) => code),
      standing: 'done' as const,
      countsAt: event.at,
    }))
  })
}

/** An order that was carried out counts for its platform: each work that the entry hits and each of its own mini-programs, the episodes as the platform counted them. */
const carriedOut: Derive = async (tx, events) => {
  const ids = idsOf(events)
  const rows = await tx
    .select({ order: takedownOrders, work: blacklistSubjects })
    .from(takedownOrders)
    .innerJoin(blacklistSubjects, eq(blacklistSubjects.entryId, takedownOrders.entryId))
    .leftJoin(miniPrograms, eq(miniPrograms.id, blacklistSubjects.miniProgramId))
    // A mini-program is removed by its host alone.
    .where(and(inArray(takedownOrders.id, ids), or(isNull(miniPrograms.id), eq(miniPrograms.platformId, takedownOrders.platformId))))
    .orderBy(blacklistSubjects.dramaId, blacklistSubjects.miniProgramId)
  const answers = by(
    await tx
      .select({ orderId: takedownAnswers.orderId, at: takedownAnswers.at, episodes: takedownAnswers.episodeCount })
      .from(takedownAnswers)
      .where(and(inArray(takedownAnswers.orderId, ids), eq(takedownAnswers.kind, 'removed')))
      .orderBy(desc(takedownAnswers.at)),
    'orderId',
  )
  const entries = [...new Set(rows.map(({ order }) => order.entryId))]
  const clauses = entries.length
    ? by(await tx.select().from(blacklistClauses).where(inArray(blacklistClauses.entryId, entries)), 'entryId')
    : new Map<string, (typeof blacklistClauses.$inferSelect)[]>()
  return events.flatMap((event) => {
    const hit = rows.filter(({ order }) => order.id === event.subjectId)
    // One count for several works cannot be told apart; then it is unknown for each.
    const counted =
      hit.filter(({ work }) => work.dramaId).length === 1
        ? answers.get(event.subjectId)?.find(({ at }) => at.getTime() <= event.at.getTime())?.episodes
        : null
    return hit.map(({ order, work }) => ({
      eventId: event.id,
      what: 'carried_out' as const,
      ...targetOf(work),
      caseNoun: 'takedown',
      caseId: order.id,
      ownerId: order.platformId,
      bureauId: order.bureauId,
      platformId: order.platformId,
      source: 'blacklist_match' as const,
      codes: (clauses.get(order.entryId) ?? []).map(({ code }) => code),
      episodes: work.dramaId ? (counted ?? null) : null,
      seconds: work.totalSeconds,
      standing: 'done' as const,
      countsAt: event.at,
    }))
  })
}

type Size = { episodes: number | null; seconds: number | null }
/** How large the work was when it was ruled on; of one episode its length is known only where the platform stated it. */
const sizeOf = (kind: string, subject: Measured | undefined): Size =>
  kind === 'episode'
    ? { episodes: 1, seconds: subject?.episodeCount === 1 ? subject.totalSeconds : null }
    : { episodes: subject?.episodeCount ?? null, seconds: subject?.totalSeconds ?? null }

/** The report behind a case that followed from it: where it came from, whose it was, and its subject. */
async function reportsBehind(tx: Tx, ids: readonly string[]) {
  const reports = ids.length
    ? await tx
        .select({ id: violations.id, source: violations.source, seenOn: violations.seenOn, filerId: violationFilings.filerId })
        .from(violations)
        .innerJoin(violationFilings, eq(violationFilings.violationId, violations.id))
        .where(inArray(violations.id, [...ids]))
    : []
  const subjects = ids.length
    ? await tx
        .select()
        .from(violationSubjects)
        .where(inArray(violationSubjects.violationId, [...ids]))
    : []
  const byId = new Map(reports.map((one) => [one.id, one]))
  return (violationId: string, targetId: string, ownerId: string) => {
    const report = byId.get(violationId)!
    const source: FactSource = report.source === 'self_inspection' && report.filerId !== ownerId ? 'platform' : report.source
    const subject = subjects.find(
      (one) => one.violationId === violationId && [one.dramaId, one.miniProgramId, one.accountId].includes(targetId),
    )
    return { source, seenOn: report.seenOn, subject }
  }
}

/** A measure counts for the platform that took it; one that it recorded, on the day that it says. A referral is no measure of its own. */
const measured: Derive = async (tx, events) => {
  const rows = await tx
    .select()
    .from(penalties)
    .where(inArray(penalties.id, idsOf(events)))
  const behind = await reportsBehind(tx, [...new Set(rows.map(({ violationId }) => violationId))])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return events.map((event) => {
    const row = byId.get(event.subjectId)!
    const recorded = event.name === 'penalty.recorded'
    const { source, seenOn, subject } = behind(row.violationId, row.targetId, row.platformId)
    return {
      eventId: event.id,
      what: 'measured' as const,
      targetKind: row.targetKind,
      targetId: row.targetId,
      episode: row.episode,
      caseNoun: 'penalty',
      caseId: row.id,
      ownerId: row.platformId,
      bureauId: row.bureauId,
      platformId: row.platformId,
      batchId: (event.detail.batchId as string | undefined) ?? null,
      source,
      stage: subject?.stage ?? null,
      rung: String(event.detail.rung),
      codes: row.clauses,
      ...sizeOf(row.targetKind, recorded ? (event.detail as Measured) : subject),
      standing: recorded ? ('recorded' as const) : ('done' as const),
      countsAt: recorded && seenOn ? startOf(asDay(seenOn)) : event.at,
    }
  })
}

/** A mending counts for the platform that it was laid on, else for whoever ordered it. */
const mended: Derive = async (tx, events) => {
  const rows = await tx
    .select({ row: rectifications, order: rectificationOrders })
    .from(rectifications)
    .innerJoin(rectificationOrders, eq(rectificationOrders.rectificationId, rectifications.id))
    .where(inArray(rectifications.id, idsOf(events)))
  const behind = await reportsBehind(tx, [...new Set(rows.map(({ row }) => row.violationId))])
  const tasks = by(
    await tx
      .select()
      .from(rectificationTasks)
      .where(inArray(rectificationTasks.rectificationId, idsOf(events))),
    'rectificationId',
  )
  const byId = new Map(rows.map((one) => [one.row.id, one]))
  return events.map((event) => {
    const { row, order } = byId.get(event.subjectId)!
    const ownerId = order.platformId ?? order.openerId
    const { source, subject } = behind(row.violationId, row.targetId, ownerId)
    return {
      eventId: event.id,
      what: event.name === 'rectification.accepted' ? ('rectified' as const) : ('refused' as const),
      targetKind: row.targetKind,
      targetId: row.targetId,
      caseNoun: 'rectification',
      caseId: row.id,
      ownerId,
      bureauId: row.bureauId,
      platformId: order.platformId,
      source,
      stage: subject?.stage ?? null,
      codes: [...new Set((tasks.get(row.id) ?? []).map(({ code }) => code))].sort(),
      ...sizeOf(row.targetKind, subject),
      standing: 'done' as const,
      countsAt: event.at,
    }
  })
}

/** A look of CNSA's at one work or mini-program; a finding is both a look and a hit. */
const inspected: Derive = async (tx, events) => {
  const sheets = await tx
    .select()
    .from(inspectionSheets)
    .where(inArray(inspectionSheets.id, idsOf(events)))
  const findings = by(
    await tx
      .select()
      .from(inspectionFindings)
      .where(inArray(inspectionFindings.sheetId, idsOf(events))),
    'sheetId',
  )
  const byId = new Map(sheets.map((sheet) => [sheet.id, sheet]))
  return events.flatMap((event) => {
    const sheet = byId.get(event.subjectId)!
    const looked = {
      eventId: event.id,
      targetKind: sheet.kind,
      targetId: (sheet.dramaId ?? sheet.miniProgramId)!,
      caseNoun: 'sheet',
      caseId: sheet.id,
      ownerId: sheet.organizationId,
      bureauId: sheet.bureauId,
      platformId: sheet.platformId,
      source: 'association' as const,
      codes: [...new Set((findings.get(sheet.id) ?? []).flatMap(({ codes }) => codes))].sort(),
      standing: 'done' as const,
      countsAt: event.at,
    }
    return [{ ...looked, what: 'inspected' as const }, ...(event.name === 'sheet.found' ? [{ ...looked, what: 'hit' as const }] : [])]
  })
}

const COUNTED: Record<string, Derive> = {
  'violation.upheld': found,
  'violation.recorded': found,
  'blacklist.proposed': proposed,
  'takedown.removed': carriedOut,
  'penalty.imposed': measured,
  'penalty.recorded': measured,
  'rectification.accepted': mended,
  'rectification.refused': mended,
  'sheet.found_clean': inspected,
  'sheet.found': inspected,
}

/** `moves`: it counts on elsewhere, as upheld or in the report that it was merged into. */
type Taken = { whats: What[]; standing: Standing | null; moves?: true }
/** What takes facts of the same case back: of which kinds, and of which standing. A recorded offence that a bureau upholds counts as upheld from then on, and once; one that it dismisses or merges counts no more. */
const VOIDS: Record<string, Taken> = {
  'violation.withdrawn': { whats: ['found'], standing: null },
  'violation.upheld': { whats: ['found'], standing: 'recorded', moves: true },
  'violation.dismissed': { whats: ['found'], standing: 'recorded' },
  'violation.merged': { whats: ['found'], standing: 'recorded', moves: true },
  'blacklist.withdrawn': { whats: ['proposed'], standing: null },
  'penalty.revoked': { whats: ['measured'], standing: null },
  'penalty.withdrawn': { whats: ['measured'], standing: null },
  'penalty.dismissed': { whats: ['measured'], standing: null },
  'penalty.undone': { whats: ['measured'], standing: null },
}

export const COUNTED_EVENTS = Object.keys(COUNTED)
export const VOIDING_EVENTS = Object.keys(VOIDS)
export const isCounted = (name: string) => name in COUNTED || name in VOIDS
export const voidedBy = ({ name }: Pick<Countable, 'name'>): Taken | null => VOIDS[name] ?? null

/** A proposal that was turned down was made all the same and counts as made; where it was announced that stands beside it. */
const TURNED_DOWN: readonly string[] = ['blacklist.dismissed', 'blacklist.declined']

/** What was said of this case holds no more: taken back, dismissed or turned down, or merged into what was dismissed. */
export function isTakenBack({ name, detail }: Pick<Countable, 'name' | 'detail'>): boolean {
  if (TURNED_DOWN.includes(name)) return true
  if (name === 'violation.concluded') return detail.outcome === 'dismissed'
  const taken = voidedBy({ name })
  return taken !== null && !taken.moves
}

/** The facts that follow from these events, by what the cases fixed when they happened. The same events give the same facts. */
export async function factsOf(tx: Tx, events: readonly Countable[]): Promise<Fact[]> {
  const derived: Fact[] = []
  for (const [name, derive] of Object.entries(COUNTED)) {
    const these = events.filter((event) => event.name === name)
    if (these.length === 0) continue
    for (const [, ofEvent] of by(await derive(tx, these), 'eventId'))
      derived.push(...ofEvent.map((fact, n) => ({ ...fact, n, groups: groupsOf(fact.codes) })))
  }
  return derived
}
