import { and, eq } from 'drizzle-orm'
import { type Act, openCase } from '@/db/act'
import { organizations, registrationFaces, registrations } from '@/db/schema'
import { takeTurns } from '@/db/turns'
import { listedCountOf } from '../../drama/commands'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { rulebook } from '../../rulebook/queries'
import { issuersOf, normalNumber, readOwnNumber } from '../rules/number'
import { registrationWorkflow } from '../workflow'
import { answerOffer, holdFiling } from './hold'

type Numbered = { id: string; officialNumber: string; asItCame: boolean }

/** The platform's own number as it came; one in no published form only where the platform says that it is so. */
async function ownNumber(act: Act, { officialNumber, asItCame }: Numbered): Promise<Outcome<string>> {
  const book = await rulebook(act.tx)
  const [platform] = await act.tx
    .select({ code: organizations.code, shortName: organizations.shortName })
    .from(organizations)
    .where(eq(organizations.id, act.actor.organizationId!))
  const name = book.platforms.find(({ code }) => code === platform?.code)?.zh ?? platform?.shortName ?? ''
  const issuers = issuersOf(book.regulators, book.platforms)
  const read = readOwnNumber(officialNumber, name, { ...issuers, platforms: [...new Set([...issuers.platforms, name])] })
  if (read.ok || (read.code === 'number_not_understood' && asItCame)) return ok(officialNumber)
  return { ...read, field: 'officialNumber' }
}

/** Whoever has the number: two who record it at once come one after the other. */
async function holderOf(act: Act, key: string) {
  await takeTurns(act.tx, `number ${key}`)
  const [holder] = await act.tx
    .select({ title: registrationFaces.title })
    .from(registrationFaces)
    .where(eq(registrationFaces.numberKey, key))
  return holder
}

/**
 * Records a platform's own number for a Class III work that was offered to it, as a registration of its own. Refusals:
 * already_recorded, number_of_another_platform {issuer}, number_of_a_bureau {issuer}, number_not_understood, number_taken {title}, work_is_listed.
 */
export async function recordNumber(act: Act, input: Numbered) {
  const { organizationId } = act.actor
  const [named] = await act.tx.select({ dramaId: registrations.dramaId }).from(registrations).where(eq(registrations.id, input.id))
  // The work before the offer, as a listing locks them.
  const listed = named?.dramaId ? (await listedCountOf(act, named.dramaId)) > 0 : false
  const held = await holdFiling(act, input.id)
  if (!held.ok) return held
  const offer = held.value
  if (!organizationId || !offer.dramaId || !offer.plannedPlatformIds.includes(organizationId)) return refuse('not_found')
  if (listed && offer.state === 'suspended') return refuse('work_is_listed')
  if (offer.state !== 'offered') return refuse('wrong_state')
  const [own] = await act.tx
    .select({ id: registrations.id })
    .from(registrations)
    .where(and(eq(registrations.dramaId, offer.dramaId), eq(registrations.issuerId, organizationId)))
  if (own) return refuse('already_recorded')
  const number = await ownNumber(act, input)
  if (!number.ok) return number
  const numberKey = normalNumber(number.value)
  const holder = await holderOf(act, numberKey)
  if (holder) return refuse('number_taken', { field: 'officialNumber', params: { title: holder.title } })
  if (listed) return refuse('work_is_listed')
  const { dramaId, title, creatorId, bureauId, ruledOn, tierRule } = offer
  const values = {
    dramaId,
    title,
    creatorId,
    bureauId,
    ruledOn,
    tierRule,
    issuerId: organizationId,
    offerId: offer.id,
    class: 3,
    officialNumber: number.value,
    numberKey,
    submittedAt: act.now,
    decidedAt: act.now,
  }
  return openCase(act, registrations, registrationWorkflow, 'record', values, { detail: { dramaId } })
}

/** Leaves a work that was offered to it aside; the reason, if any, is for its creator and the regulators. */
export async function passOver(act: Act, { id, reason }: { id: string; reason: string }) {
  const held = await holdFiling(act, id)
  if (!held.ok) return held
  const { creatorId } = held.value
  const words = reason ? [{ field: 'reason', words: reason, audience: 'parties' as const, ...(creatorId && { to: creatorId }) }] : []
  return answerOffer(act, held.value, 'pass_over', act.actor.organizationId, words)
}
