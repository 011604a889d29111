import { and, asc, eq, gt, isNotNull, isNull, lte, notExists, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { invitations, mails, passwordResets } from '@/db/schema'
import { asHouse } from '@/db/transaction'
import { newId } from '../kernel/id'
import { ok } from '../kernel/outcome'

export type Letter = { subject: string; body: string }
export type Mail = Letter & { id: string; recipient: string; attempts: number }

/** How long a mail is the sender's own; whoever dies while sending gives it back by then. */
const LEASE_MINUTES = 5
const [FIRST_PAUSE_MINUTES, LONGEST_PAUSE_MINUTES] = [1, 6 * 60]
const LONGEST_ERROR = 500
const toSend = and(isNull(mails.sentAt), isNull(mails.droppedAt))

/**
 * Writes a mail down inside the act that it belongs to; it leaves the house afterwards, at least once. `organizationId`: to whose member
 * it goes, so that its administrators see that it left. `linkHash`: of the one-time link in it, without which it says nothing. Gives its id.
 */
export async function queueMail(
  act: Act,
  recipient: string,
  { subject, body }: Letter,
  { organizationId, linkHash }: { organizationId?: string; linkHash?: string } = {},
) {
  const id = newId()
  await act.tx.insert(mails).values({ id, recipient, subject, body, queuedAt: act.now, nextAt: act.now, organizationId, linkHash })
  return id
}

/** What is due and holds a one-time link that is closed by now, as by a newer one, does not leave any more. */
async function dropClosed(act: Act) {
  const { tx, now } = act
  const invited = tx
    .select()
    .from(invitations)
    .where(and(eq(invitations.tokenHash, mails.linkHash), eq(invitations.state, 'open'), gt(invitations.expiresAt, now)))
  const reset = tx
    .select()
    .from(passwordResets)
    .where(and(eq(passwordResets.tokenHash, mails.linkHash), isNull(passwordResets.usedAt), gt(passwordResets.expiresAt, now)))
  await asHouse(act, () =>
    tx
      .update(mails)
      .set({ droppedAt: now, body: '' })
      .where(and(toSend, lte(mails.nextAt, now), isNotNull(mails.linkHash), notExists(invited), notExists(reset))),
  )
}

/** Takes the mail that has been due longest, for a while; two senders never take the same one. Gives null when none is due. */
export async function takeMail(act: Act) {
  await dropClosed(act)
  const [due] = await act.tx
    .select({ id: mails.id })
    .from(mails)
    .where(and(toSend, lte(mails.nextAt, act.now)))
    .orderBy(asc(mails.nextAt))
    .limit(1)
    .for('update', { skipLocked: true })
  if (!due) return ok(null)
  const until = new Date(act.now.getTime() + LEASE_MINUTES * 60_000)
  const [taken] = await act.tx
    .update(mails)
    .set({ attempts: sql`${mails.attempts} + 1`, nextAt: until })
    .where(eq(mails.id, due.id))
    .returning({ id: mails.id, recipient: mails.recipient, subject: mails.subject, body: mails.body, attempts: mails.attempts })
  return ok<Mail | null>(taken ?? null)
}

/** A mail that was sent keeps no body, because one-time links stand in it. */
export async function noteSent(act: Act, { id }: { id: string }) {
  await act.tx.update(mails).set({ sentAt: act.now, body: '', lastError: null }).where(eq(mails.id, id))
  return ok(null)
}

/** The pause after so many attempts; it doubles up to six hours, and nothing is ever given up. */
export const pauseMinutes = (attempts: number) => Math.min(FIRST_PAUSE_MINUTES * 2 ** (attempts - 1), LONGEST_PAUSE_MINUTES)

export async function noteUnsent(act: Act, { id, attempts, error }: { id: string; attempts: number; error: string }) {
  const nextAt = new Date(act.now.getTime() + pauseMinutes(attempts) * 60_000)
  await act.tx
    .update(mails)
    .set({ nextAt, lastError: error.slice(0, LONGEST_ERROR) })
    .where(eq(mails.id, id))
  return ok(null)
}
