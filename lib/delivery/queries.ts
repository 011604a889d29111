import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { mails } from '@/db/schema'

export type DemonstrationMail = Pick<
  typeof mails.$inferSelect,
  'id' | 'recipient' | 'subject' | 'body' | 'queuedAt' | 'sentAt' | 'lastError'
>
/** The newest hundred mails of a portal that holds demonstration data; of any other, none. */
export async function demonstrationMails(tx: Tx): Promise<DemonstrationMail[]> {
  const rows = await tx.execute<Omit<DemonstrationMail, 'queuedAt' | 'sentAt'> & { queuedAt: string; sentAt: string | null }>(sql`
    select id, recipient, subject, body, queued_at as "queuedAt", sent_at as "sentAt", last_error as "lastError" from demonstration_mails()`)
  return rows.map((row) => ({ ...row, queuedAt: new Date(row.queuedAt), sentAt: row.sentAt ? new Date(row.sentAt) : null }))
}
