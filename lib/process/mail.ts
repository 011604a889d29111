import { type Db, db } from '@/db/client'
import { noteSent, noteUnsent, takeMail } from '../delivery/commands'
import type { Outgoing } from '../gateway/mail'
import { clock } from '../kernel/actor'
import { mailNotices } from '../notice/commands/mail'
import { membersToMail } from '../notice/queries/notices'
import { look, perform } from '../perform'

export type Unsent = { mail: string; attempts: number; code: string }

/** What the server says of one mail alone; with anything else it takes no other mail either. */
const OF_ONE_MAIL = new Set(['EENVELOPE', 'EMESSAGE'])
const codeOf = (error: unknown) => String((error as { code?: unknown }).code ?? 'unknown')

/**
 * Sends what is due, one after another, each at least once. A mail that is not taken is tried again, more and more seldom
 * and for ever; a server that is away ends the round, and nothing is lost by it.
 */
export async function sendMails(send: (mail: Outgoing) => Promise<void>, onUnsent: (unsent: Unsent) => void, on: Db = db()) {
  for (;;) {
    const taken = await perform(takeMail, clock, null, { on })
    const mail = taken.ok && taken.value
    if (!mail) return
    try {
      await send(mail)
    } catch (error) {
      const said = error instanceof Error ? error.message : String(error)
      await perform(noteUnsent, clock, { id: mail.id, attempts: mail.attempts, error: said }, { on })
      onUnsent({ mail: mail.id, attempts: mail.attempts, code: codeOf(error) })
      if (OF_ONE_MAIL.has(codeOf(error))) continue
      throw new Error('the mail server takes no mail', { cause: error })
    }
    await perform(noteSent, clock, { id: mail.id }, { on })
  }
}

/** Puts what members were told into mails, each member in an act of its own; one that fails does not hold up the others. */
export async function writeMails(on: Db = db(), at?: Date) {
  const told = await look(clock, (tx, now) => membersToMail(tx, at ?? now), on)
  const faults: unknown[] = []
  for (const memberId of told) await perform(mailNotices, clock, { memberId }, { on, at }).catch((fault) => faults.push(fault))
  if (faults.length) throw new AggregateError(faults, `${faults.length} of ${told.length} members got no mail`)
}
