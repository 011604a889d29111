import { ActionForm } from '@/app/_components/form/action-form'
import { format, words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { SubmitButton } from '@/app/_ui/submit-button'
import { sendAgain } from '@/app/(portal)/member/actions'
import type { Envelope } from '@/lib/delivery/queries'

/** Mails to the members of an organization, and what became of each. */
export async function MailList({ rows, now }: { rows: readonly Envelope[]; now: Date }) {
  const [{ member, form }, f] = [await words(), await format()]
  const w = member.post
  return (
    <DataTable
      caption={w.title}
      rows={rows}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'mail',
          head: w.column.mail,
          rowHead: true,
          at: 'title',
          cell: ({ subject, recipient }) => (
            <>
              <b>{subject}</b>
              <span className="official block text-13 font-normal [overflow-wrap:anywhere] text-ink-3">{recipient}</span>
            </>
          ),
        },
        { key: 'queued', head: w.column.queued, at: 'aside', cell: ({ queuedAt }) => f.inList(queuedAt, now) },
        {
          key: 'standing',
          head: w.column.standing,
          at: 'line',
          cell: ({ sentAt, droppedAt, lastError, nextAt, attempts, askedBy }) => (
            <>
              {sentAt
                ? w.sent(f.inList(sentAt, now))
                : droppedAt
                  ? w.dropped(f.inList(droppedAt, now))
                  : attempts > 0
                    ? w.failed(attempts, f.inList(nextAt, now))
                    : w.waiting}
              {!sentAt && !droppedAt && lastError && (
                <span lang="en" className="block text-13 [overflow-wrap:anywhere] text-overdue">
                  {lastError}
                </span>
              )}
              {askedBy && <span className="block text-13 text-ink-3">{w.askedBy(askedBy)}</span>}
            </>
          ),
        },
        {
          key: 'acts',
          head: w.column.acts,
          at: 'full',
          cell: ({ id, sentAt, subject, canGoAgain }) =>
            canGoAgain ? (
              <ActionForm action={sendAgain} formKey={crypto.randomUUID()} hidden={{ id }} prefix={`again-${id}-`}>
                <SubmitButton look="link" size="small" busyLabel={form.busy}>
                  {sentAt ? w.again : w.now}
                  <span className="sr-only"> {subject}</span>
                </SubmitButton>
              </ActionForm>
            ) : (
              <span className="text-13 text-ink-3">{w.linkSent}</span>
            ),
        },
      ]}
    />
  )
}
