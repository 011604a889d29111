import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { mailEnvelopes, type mails } from '@/db/schema'
import { type Actor, holds } from '../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../kernel/page'

export type DemonstrationMail = Pick<
  typeof mails.$inferSelect,
  'id' | 'recipient' | 'subject' | 'body' | 'queuedAt' | 'sentAt' | 'lastError'
>
/** The newest hundred mails of a portal that holds demonstration data, of all or to one address; of any other, none. */
export async function demonstrationMails(tx: Tx, to: string | null = null): Promise<DemonstrationMail[]> {
  const rows = await tx.execute<Omit<DemonstrationMail, 'queuedAt' | 'sentAt'> & { queuedAt: string; sentAt: string | null }>(sql`
    select id, recipient, subject, body, queued_at as "queuedAt", sent_at as "sentAt", last_error as "lastError" from demonstration_mails(${to})`)
  return rows.map((row) => ({ ...row, queuedAt: new Date(row.queuedAt), sentAt: row.sentAt ? new Date(row.sentAt) : null }))
}

export const MAIL_VIEWS = ['unsent', 'all'] as const
export type MailView = (typeof MAIL_VIEWS)[number]
export type Envelope = typeof mailEnvelopes.$inferSelect
const PAGE = 50

/** The mails to members of the reader's organization and to whom it invited, newest first, 50 a page; for its administrators alone. */
export async function envelopesOf(
  tx: Tx,
  actor: Actor,
  { view = 'all', after }: { view?: MailView; after?: string },
): Promise<Page<Envelope>> {
  if (!holds(actor, 'admin') || !actor.organizationId) return { rows: [], next: null }
  const from = readCursor(after)
  const rows = await tx
    .select()
    .from(mailEnvelopes)
    .where(
      and(
        eq(mailEnvelopes.organizationId, actor.organizationId),
        view === 'unsent' ? and(isNull(mailEnvelopes.sentAt), isNull(mailEnvelopes.droppedAt)) : undefined,
        from ? sql`(${mailEnvelopes.queuedAt}, ${mailEnvelopes.id}) < (${from.at}::timestamptz, ${from.id}::uuid)` : undefined,
      ),
    )
    .orderBy(desc(mailEnvelopes.queuedAt), desc(mailEnvelopes.id))
    .limit(PAGE + 1)
  return cut(rows, PAGE, ({ queuedAt, id }) => cursorOf(queuedAt, id))
}
