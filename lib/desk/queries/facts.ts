import { and, desc, eq, inArray } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  batches,
  blacklistClauses,
  blacklistEntries,
  blacklistProposals,
  consultations,
  events,
  inspectionSheets,
  organizations,
  penalties,
  rectificationOrders,
  rectifications,
  rectificationTasks,
  registrations,
  takedownAnswers,
  takedownOrders,
  violationClauses,
  violationFilings,
  violationSubjects,
  violations,
} from '@/db/schema'
import { NATIONAL_ID } from '../../kernel/id'
import { organizationNames } from '../../organization/queries/organizations'

export type Name = { shortName: string; nameEn: string | null }
/** What a row of the queue says of its case besides title and deadline: on what it rests, and from whom it came. */
export type Facts =
  | {
      noun: 'takedown'
      isWork: boolean
      platform: Name | null
      issuedAt: Date
      ruled: boolean
      remindedAt: Date | null
      objection: { reason: string | null; at: Date } | null
    }
  | { noun: 'blacklist'; isWork: boolean; codes: string[]; proposer: Name | null; bureau: Name | null; verified: boolean; at: Date }
  | { noun: 'violation'; isWork: boolean; codes: string[]; filer: Name | null; at: Date | null }
  | { noun: 'registration'; class: number | null; creator: Name | null; bureau: Name | null; at: Date | null }
  | {
      noun: 'rectification'
      isWork: boolean
      codes: string[]
      opener: Name | null
      hander: Name | null
      at: Date
      /** Asked to be done again. */
      returned: boolean
      handedInAt: Date | null
    }
  | { noun: 'organization'; kind: string; at: Date }
  | { noun: 'sheet'; isWork: boolean; platform: Name | null; at: Date }
  | { noun: 'penalty'; isWork: boolean; isDue: boolean; codes: string[]; platform: Name | null; bureau: Name | null; at: Date }
  | { noun: 'batch'; isWork: boolean; rows: number; at: Date }
  | { noun: 'consultation'; asker: Name | null; at: Date }

type Read = (tx: Tx, ids: string[]) => Promise<[string, Facts][]>
const grouped = <T>(rows: T[], key: (row: T) => string) => Map.groupBy(rows, key)
const either = (names: Map<string, Name>, id: string | null | undefined): Name | null => (id && names.get(id)) || null

/** The last of these events of each case, which brought it where it now waits. */
async function broughtBy(tx: Tx, noun: string, ids: string[], names: string[]) {
  const rows = await tx
    .selectDistinctOn([events.subjectId], { id: events.subjectId, name: events.name, at: events.at })
    .from(events)
    .where(
      and(
        eq(events.noun, noun),
        inArray(events.subjectId, ids),
        inArray(
          events.name,
          names.map((name) => `${noun}.${name}`),
        ),
      ),
    )
    .orderBy(events.subjectId, desc(events.seq))
  return new Map(rows.map(({ id, name, at }) => [id, { name: name.slice(noun.length + 1), at }]))
}

const takedown: Read = async (tx, ids) => {
  const orders = await tx.select().from(takedownOrders).where(inArray(takedownOrders.id, ids))
  const objections = await tx
    .select()
    .from(takedownAnswers)
    .where(and(inArray(takedownAnswers.orderId, ids), eq(takedownAnswers.kind, 'objection')))
    .orderBy(desc(takedownAnswers.at))
  const names = await organizationNames(
    tx,
    orders.map(({ platformId }) => platformId),
  )
  return orders.map(({ id, titleKind, platformId, openedAt, ruled, remindedAt }) => {
    const objection = objections.find(({ orderId }) => orderId === id)
    return [
      id,
      {
        noun: 'takedown',
        isWork: titleKind === 'drama',
        platform: either(names, platformId),
        issuedAt: openedAt,
        ruled,
        remindedAt,
        objection: objection ? { reason: objection.note, at: objection.at } : null,
      },
    ]
  })
}

const blacklist: Read = async (tx, ids) => {
  const entries = await tx.select().from(blacklistEntries).where(inArray(blacklistEntries.id, ids))
  const clauses = grouped(
    await tx
      .select()
      .from(blacklistClauses)
      .where(inArray(blacklistClauses.entryId, ids))
      .orderBy(desc(blacklistClauses.severity), blacklistClauses.code),
    ({ entryId }) => entryId,
  )
  const proposals = await tx
    .select()
    .from(blacklistProposals)
    .where(and(inArray(blacklistProposals.entryId, ids), eq(blacklistProposals.first, true)))
  const names = await organizationNames(tx, [...entries.map(({ bureauId }) => bureauId), ...proposals.map(({ proposerId }) => proposerId)])
  return entries.map((entry) => {
    const proposer = proposals.find(({ entryId }) => entryId === entry.id)?.proposerId
    return [
      entry.id,
      {
        noun: 'blacklist',
        isWork: entry.titleKind === 'drama',
        codes: (clauses.get(entry.id) ?? []).map(({ code }) => code),
        proposer: either(names, proposer),
        bureau: either(names, entry.bureauId),
        verified: entry.verifiedAt !== null,
        at: entry.verifiedAt ?? entry.openedAt,
      },
    ]
  })
}

const violation: Read = async (tx, ids) => {
  const cases = await tx
    .select({ id: violations.id, filedAt: violations.filedAt, filerId: violationFilings.filerId })
    .from(violations)
    .leftJoin(violationFilings, eq(violationFilings.violationId, violations.id))
    .where(inArray(violations.id, ids))
  const clauses = grouped(
    await tx
      .selectDistinct({ violationId: violationClauses.violationId, code: violationClauses.code })
      .from(violationClauses)
      .where(inArray(violationClauses.violationId, ids))
      .orderBy(violationClauses.code),
    ({ violationId }) => violationId,
  )
  const works = new Set(
    (
      await tx
        .select({ id: violationSubjects.violationId })
        .from(violationSubjects)
        .where(and(inArray(violationSubjects.violationId, ids), eq(violationSubjects.kind, 'drama')))
    ).map(({ id }) => id),
  )
  const names = await organizationNames(
    tx,
    cases.map(({ filerId }) => filerId),
  )
  return cases.map(({ id, filedAt, filerId }) => [
    id,
    {
      noun: 'violation',
      isWork: works.has(id),
      codes: (clauses.get(id) ?? []).map(({ code }) => code),
      filer: either(names, filerId),
      at: filedAt,
    },
  ])
}

const registration: Read = async (tx, ids) => {
  const filings = await tx
    .select({
      id: registrations.id,
      class: registrations.class,
      creatorId: registrations.creatorId,
      bureauId: registrations.bureauId,
      submittedAt: registrations.submittedAt,
    })
    .from(registrations)
    .where(inArray(registrations.id, ids))
  const brought = await broughtBy(tx, 'registration', ids, ['submitted', 'offered', 'returned', 'sent_back', 'forwarded'])
  const names = await organizationNames(tx, [NATIONAL_ID, ...filings.flatMap(({ creatorId, bureauId }) => [creatorId, bureauId])])
  return filings.map(({ id, creatorId, bureauId, submittedAt, ...filing }) => {
    const last = brought.get(id)
    return [
      id,
      {
        noun: 'registration',
        class: filing.class,
        creator: either(names, creatorId),
        bureau: either(names, last?.name === 'sent_back' ? NATIONAL_ID : bureauId),
        at: last?.at ?? submittedAt,
      },
    ]
  })
}

const rectification: Read = async (tx, ids) => {
  const rows = await tx
    .select({ row: rectifications, order: rectificationOrders })
    .from(rectifications)
    .leftJoin(rectificationOrders, eq(rectificationOrders.rectificationId, rectifications.id))
    .where(inArray(rectifications.id, ids))
  const tasks = grouped(
    await tx
      .selectDistinct({ id: rectificationTasks.rectificationId, code: rectificationTasks.code })
      .from(rectificationTasks)
      .where(inArray(rectificationTasks.rectificationId, ids))
      .orderBy(rectificationTasks.code),
    ({ id }) => id,
  )
  const names = await organizationNames(
    tx,
    rows.flatMap(({ row, order }) => [row.producerId, order?.openerId ?? null, order?.platformId ?? null]),
  )
  const brought = await broughtBy(tx, 'rectification', ids, ['ordered', 'returned'])
  return rows.map(({ row, order }) => [
    row.id,
    {
      noun: 'rectification',
      isWork: row.targetKind === 'drama',
      codes: (tasks.get(row.id) ?? []).map(({ code }) => code),
      opener: either(names, order?.openerId),
      hander: either(names, row.byPlatform ? order?.platformId : row.producerId),
      at: brought.get(row.id)?.at ?? row.openedAt,
      returned: row.state === 'returned',
      handedInAt: row.handedInAt,
    },
  ])
}

const organization: Read = async (tx, ids) => {
  const rows = await tx
    .select({ id: organizations.id, kind: organizations.kind, at: organizations.openedAt })
    .from(organizations)
    .where(inArray(organizations.id, ids))
  const brought = await broughtBy(tx, 'organization', ids, ['applied', 'reapplied'])
  return rows.map(({ id, kind, at }) => [id, { noun: 'organization', kind, at: brought.get(id)?.at ?? at }])
}

const batch: Read = async (tx, ids) => {
  const rows = await tx
    .select({ id: batches.id, rows: batches.rowCount, at: batches.openedAt })
    .from(batches)
    .where(inArray(batches.id, ids))
  return rows.map(({ id, ...row }) => [id, { noun: 'batch', isWork: false, ...row }])
}

const consultation: Read = async (tx, ids) => {
  const rows = await tx
    .select({ id: consultations.id, askerId: consultations.askerId, at: consultations.openedAt })
    .from(consultations)
    .where(inArray(consultations.id, ids))
  const names = await organizationNames(
    tx,
    rows.map(({ askerId }) => askerId),
  )
  return rows.map(({ id, askerId, at }) => [id, { noun: 'consultation', asker: either(names, askerId), at }])
}

const penalty: Read = async (tx, ids) => {
  const rows = await tx
    .select({
      id: penalties.id,
      state: penalties.state,
      codes: penalties.clauses,
      kind: penalties.targetKind,
      platformId: penalties.platformId,
      bureauId: penalties.bureauId,
      at: penalties.openedAt,
    })
    .from(penalties)
    .where(inArray(penalties.id, ids))
  const brought = await broughtBy(tx, 'penalty', ids, ['called', 'imposed'])
  const names = await organizationNames(
    tx,
    rows.flatMap(({ platformId, bureauId }) => [platformId, bureauId]),
  )
  return rows.map(({ id, kind, state, codes, platformId, bureauId, at }) => [
    id,
    {
      noun: 'penalty',
      isWork: kind === 'drama' || kind === 'episode',
      isDue: state === 'due',
      codes,
      platform: either(names, platformId),
      bureau: either(names, bureauId),
      at: brought.get(id)?.at ?? at,
    },
  ])
}

const sheet: Read = async (tx, ids) => {
  const rows = await tx
    .select({
      id: inspectionSheets.id,
      kind: inspectionSheets.kind,
      platformId: inspectionSheets.platformId,
      at: inspectionSheets.openedAt,
    })
    .from(inspectionSheets)
    .where(inArray(inspectionSheets.id, ids))
  const names = await organizationNames(
    tx,
    rows.map(({ platformId }) => platformId),
  )
  return rows.map(({ id, kind, platformId, at }) => [
    id,
    { noun: 'sheet', isWork: kind === 'drama', platform: either(names, platformId), at },
  ])
}

const readers: Record<string, Read> = {
  takedown,
  blacklist,
  violation,
  registration,
  rectification,
  organization,
  penalty,
  consultation,
  batch,
  sheet,
}

/** Facts for the rows of a page, one round of questions for each noun that stands on it. */
export async function factsOf(tx: Tx, cases: { noun: string; id: string }[]): Promise<Map<string, Facts>> {
  const found: [string, Facts][] = []
  for (const [noun, rows] of grouped(cases, (one) => one.noun))
    found.push(
      ...((await readers[noun]?.(
        tx,
        rows.map(({ id }) => id),
      )) ?? []),
    )
  return new Map(found)
}
