import { and, asc, eq, getViewSelectedFields, inArray, isNotNull } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import {
  blacklistEntries,
  blacklistSubjects,
  dramas,
  organizationDetails,
  registrationContents,
  registrationFaces,
  registrationReasons,
  registrations,
} from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import type { Draft, Field } from '../rules/content'
import { type Plans, plansOf } from './plans'

export type Filing = typeof registrations.$inferSelect & Plans
export type FilingFace = typeof registrationFaces.$inferSelect
export type Work = Pick<
  typeof dramas.$inferSelect,
  'id' | 'code' | 'title' | 'aliases' | 'producerName' | 'episodeCount' | 'totalSeconds' | 'listedCount' | 'publicSince' | 'posterSha'
>
/** What a filing is to a reader who reads more of it than its public face. */
export type Relation = 'creator' | 'regulator' | 'platform'
export type Turn = { turn: number; draft: Draft; savedAt: Date; submittedAt: Date | null }
export type Reason = { turn: number; field: Field; quote: string | null; reason: string }

const face = {
  id: dramas.id,
  code: dramas.code,
  title: dramas.title,
  aliases: dramas.aliases,
  producerName: dramas.producerName,
  episodeCount: dramas.episodeCount,
  totalSeconds: dramas.totalSeconds,
  listedCount: dramas.listedCount,
  publicSince: dramas.publicSince,
  posterSha: dramas.posterSha,
}

function relationTo(filing: Filing, actor: Actor): Relation | null {
  const { kind, organizationId } = actor
  if (kind === 'creator' && filing.creatorId === organizationId) return 'creator'
  if (kind === 'national' || (kind === 'province' && filing.bureauId === organizationId)) return 'regulator'
  const isTheirs =
    filing.issuerId === organizationId || (filing.state === 'offered' && filing.plannedPlatformIds.includes(organizationId ?? ''))
  return kind === 'platform' && isTheirs ? 'platform' : null
}

/** One filing under its number for whoever follows it, with its work and what it is to the reader. */
export async function filingByNumber(tx: Tx, actor: Actor, number: string) {
  const [found] = await tx
    .select({ filing: registrations, work: face })
    .from(registrations)
    .innerJoin(dramas, eq(dramas.id, registrations.dramaId))
    .where(eq(registrations.number, number))
  if (!found) return null
  const filing = { ...found.filing, ...(await plansOf(tx, found.filing.id)) }
  const relation = relationTo(filing, actor)
  return relation && { filing, work: found.work, relation }
}

/** The public face of a filing under its number, with its work: for everybody. */
export async function faceByNumber(tx: Tx, number: string) {
  const [found] = await tx
    .select({ filing: getViewSelectedFields(registrationFaces), work: face })
    .from(registrationFaces)
    .innerJoin(dramas, eq(dramas.id, registrationFaces.dramaId))
    .where(eq(registrationFaces.number, number))
  return found ?? null
}

/** A draft, or a returned filing, in the hands of its own creator. */
export async function filingInWork(tx: Tx, actor: Actor, id: string) {
  const [found] = await tx
    .select()
    .from(registrations)
    .where(
      and(
        eq(registrations.id, id),
        eq(registrations.creatorId, actor.organizationId!),
        inArray(registrations.state, ['draft', 'returned']),
      ),
    )
  return found ?? null
}

/** Under which number an organization's own filing went on, once it was submitted. */
export async function numberOfOwn(tx: Tx, actor: Actor, id: string): Promise<string | null> {
  const [found] = await tx
    .select({ number: registrations.number })
    .from(registrations)
    .where(and(eq(registrations.id, id), eq(registrations.creatorId, actor.organizationId!)))
  return found?.number ?? null
}

/** What was filed, turn by turn; to its creator also what is being written. */
export async function turnsOf(tx: Tx, registrationId: string): Promise<Turn[]> {
  const rows = await tx
    .select()
    .from(registrationContents)
    .where(eq(registrationContents.registrationId, registrationId))
    .orderBy(asc(registrationContents.turn))
  return rows.map(({ turn, content, savedAt, submittedAt }) => ({ turn, draft: content as Draft, savedAt, submittedAt }))
}

export async function reasonsOf(tx: Tx, registrationId: string): Promise<Reason[]> {
  const rows = await tx
    .select()
    .from(registrationReasons)
    .where(eq(registrationReasons.registrationId, registrationId))
    .orderBy(asc(registrationReasons.turn))
  return rows.map(({ turn, field, quote, reason }) => ({ turn, field: field as Field, quote, reason }))
}

/** The numbers that platforms gave to an offered work, each a registration of its own. */
export const numbersFor = (tx: Tx, offerId: string) =>
  tx
    .select({
      id: registrationFaces.id,
      number: registrationFaces.number,
      state: registrationFaces.state,
      issuerId: registrationFaces.issuerId,
      officialNumber: registrationFaces.officialNumber,
      publicSince: registrationFaces.publicSince,
    })
    .from(registrationFaces)
    .where(and(eq(registrationFaces.offerId, offerId), isNotNull(registrationFaces.issuerId)))
    .orderBy(asc(registrationFaces.publicSince), asc(registrationFaces.id))

export type PlatformNumber = Awaited<ReturnType<typeof numbersFor>>[number]

/** The number of the offer that a platform's record answers, where the reader may see it. */
export async function offerOf(tx: Tx, offerId: string) {
  const [followed] = await tx.select({ number: registrations.number }).from(registrations).where(eq(registrations.id, offerId))
  if (followed) return followed.number
  const [shown] = await tx.select({ number: registrationFaces.number }).from(registrationFaces).where(eq(registrationFaces.id, offerId))
  return shown?.number ?? null
}

/** A producer's licence as its own members and its regulators read it. */
export async function licenceOf(tx: Tx, organizationId: string) {
  const [row] = await tx
    .select({ number: organizationDetails.licenceNumber, expiresOn: organizationDetails.licenceExpiresOn })
    .from(organizationDetails)
    .where(eq(organizationDetails.organizationId, organizationId))
  return row ?? null
}

/** The entry on which a work stands, from its verification on: before that its creator does not know of it. */
export async function entryOver(tx: Tx, dramaId: string): Promise<string | null> {
  const [entry] = await tx
    .select({ number: blacklistEntries.number })
    .from(blacklistSubjects)
    .innerJoin(blacklistEntries, eq(blacklistEntries.id, blacklistSubjects.entryId))
    .where(
      and(
        eq(blacklistSubjects.dramaId, dramaId),
        eq(blacklistSubjects.active, true),
        inArray(blacklistEntries.state, ['verified', 'listed']),
      ),
    )
  return entry?.number ?? null
}
