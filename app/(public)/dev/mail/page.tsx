import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { demonstrationMails } from '@/lib/delivery/queries'
import { env } from '@/lib/env'
import { look } from '@/lib/perform'

export async function generateMetadata(): Promise<Metadata> {
  const { member, shell } = await words()
  return { title: env().demo ? member.mails.title : shell.notFound.title }
}

const LINK = /(https?:\/\/\S+)/

/** What the demonstration would have sent. Outside it there is no such page, and the database would show nothing. */
export default async function Page({ searchParams }: { searchParams: Promise<{ to?: string }> }) {
  if (!env().demo) notFound()
  const [{ actor }, { to = '' }, { member }, f] = await Promise.all([reader(), searchParams, words(), format()])
  const w = member.mails
  const mails = await look(actor, (tx) => demonstrationMails(tx, to.trim() || null))
  return (
    <div className="max-w-[720px]">
      <PageHead title={w.title} line={w.line} large />
      <FilterBar
        path="/dev/mail"
        query={{ to: to || undefined }}
        label={w.search}
        search={{ name: 'to', label: w.search, placeholder: w.search, submit: w.find }}
        end={to && <Link href="/dev/mail">{w.all}</Link>}
      />
      {mails.length === 0 && <EmptyState title={w.empty}>{w.emptyText}</EmptyState>}
      {mails.map(({ id, recipient, subject, body, queuedAt, sentAt, lastError }) => (
        <article key={id} aria-labelledby={id} className="border-t-[1.5px] border-rule py-4">
          <h2 id={id}>{subject}</h2>
          <p className="text-13 text-ink-2">
            {w.to} <span className="official">{recipient}</span>
            <span className="ml-4">
              {w.at} {f.instant(queuedAt)}
            </span>
          </p>
          {lastError && <p className="text-13 text-overdue">{w.failed(lastError)}</p>}
          {sentAt ? (
            <p className="mt-2 text-ink-2">{w.sent}</p>
          ) : (
            <p className="mt-2 break-words whitespace-pre-line">
              {body.split(LINK).map((part) => (LINK.test(part) ? <MailLink key={part} href={part} /> : part))}
            </p>
          )}
        </article>
      ))}
    </div>
  )
}

/** Stays on this portal, by whichever of its addresses it is read. */
function MailLink({ href }: { href: string }) {
  return <a href={new URL(href).pathname}>{href}</a>
}
