import { and, asc, desc, eq, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { dramas, registrations, waiting } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import type { RegistrationState } from '../workflow'

const PAGE = 50

export type OfferRow = {
  id: string
  number: string | null
  title: string
  producerName: string | null
  episodeCount: number | null
  totalSeconds: number | null
  since: Date
  isListed: boolean
}

/** Works that wait for this platform's own number, the oldest first. */
export async function offersTo(tx: Tx, actor: Actor, { after }: { after?: string }): Promise<Page<OfferRow>> {
  if (actor.kind !== 'platform') return { rows: [], next: null }
  const from = readCursor(after)
  const rows = await tx
    .select({
      id: registrations.id,
      number: registrations.number,
      title: registrations.title,
      producerName: dramas.producerName,
      episodeCount: dramas.episodeCount,
      totalSeconds: dramas.totalSeconds,
      since: waiting.since,
      isListed: sql<boolean>`${dramas.listedCount} > 0`,
    })
    .from(waiting)
    .innerJoin(registrations, eq(registrations.id, waiting.subjectId))
    .innerJoin(dramas, eq(dramas.id, registrations.dramaId))
    .where(
      and(
        eq(waiting.organizationId, actor.organizationId!),
        eq(waiting.noun, 'registration'),
        from ? sql`${waiting.subjectId} > ${from.id}::uuid` : undefined,
      ),
    )
    .orderBy(asc(waiting.dueAt), asc(waiting.subjectId))
    .limit(PAGE + 1)
  return cut(rows, PAGE, (last) => cursorOf('infinity', last.id))
}

export type NumberRow = {
  id: string
  number: string | null
  title: string
  producerName: string | null
  officialNumber: string | null
  state: RegistrationState
  openedAt: Date
  isListed: boolean
  code: string
}

/** The numbers that this platform has given, newest first. */
export async function numbersBy(tx: Tx, actor: Actor, { q, after }: { q?: string; after?: string }): Promise<Page<NumberRow>> {
  if (actor.kind !== 'platform') return { rows: [], next: null }
  const from = readCursor(after)
  const words = q
    ?.trim()
    .replace(/^《|》$/g, '')
    .replace(/[\\%_]/g, (mark) => `\\${mark}`)
  const rows = await tx
    .select({
      id: registrations.id,
      number: registrations.number,
      title: registrations.title,
      producerName: dramas.producerName,
      officialNumber: registrations.officialNumber,
      state: registrations.state,
      openedAt: registrations.openedAt,
      isListed: sql<boolean>`${dramas.listedCount} > 0`,
      code: dramas.code,
    })
    .from(registrations)
    .innerJoin(dramas, eq(dramas.id, registrations.dramaId))
    .where(
      and(
        eq(registrations.issuerId, actor.organizationId!),
        words ? sql`(${registrations.title} ilike ${`%${words}%`} or ${registrations.officialNumber} ilike ${`%${words}%`})` : undefined,
        from ? sql`(${registrations.openedAt}, ${registrations.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(registrations.openedAt), desc(registrations.id))
    .limit(PAGE + 1)
  return cut(rows, PAGE, (last) => cursorOf(last.openedAt, last.id))
}
