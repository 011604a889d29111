import type { Metadata } from 'next'
import { MailList } from '@/app/_components/organization/mail-list'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Tabs } from '@/app/_ui/tabs'
import { envelopesOf } from '@/lib/delivery/queries'
import { env } from '@/lib/env'
import { look } from '@/lib/perform'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).member.post.title })

const PATH = '/member/mail'
const ALL = `${PATH}?view=all`

/** Which mails to the organization's members have left, which have not and why; for its administrators, who can have one sent again. */
export default async function Page({ searchParams }: { searchParams: Promise<{ view?: string; after?: string }> }) {
  const [actor, { view, after }] = await Promise.all([currentActor('admin'), searchParams])
  const isAll = view === 'all'
  const { page, now } = await look(actor, async (tx, now) => ({
    page: await envelopesOf(tx, actor, { view: isAll ? 'all' : 'unsent', after }),
    now,
  }))
  const [{ member, shell }, f] = [await words(), await format()]
  const w = member.post
  const isSent = env().smtpUrl !== undefined
  return (
    <>
      <PageHead
        crumbs={[{ href: '/member', label: member.list.title }, { label: w.title }]}
        title={w.title}
        line={w.line}
        time={shell.beijing(f.instant(now))}
      />
      {!isSent && (
        <div className="mb-4">
          <Note tone="info" title={env().demo ? w.demonstration : w.noServer}>
            {env().demo ? <Link href="/dev/mail">{w.demonstrationLink}</Link> : w.noServerText}
          </Note>
        </div>
      )}
      <Tabs
        label={w.views}
        items={[
          { href: PATH, label: w.view.unsent, current: !isAll },
          { href: ALL, label: w.view.all, current: isAll },
        ]}
      />
      {page.rows.length > 0 ? (
        <>
          <MailList rows={page.rows} now={now} />
          <ListPager path={PATH} query={{ view: isAll ? 'all' : undefined }} page={page} after={after} />
        </>
      ) : (
        <EmptyState title={isAll ? w.emptyAll : w.empty} link={!isAll && <Link href={ALL}>{w.showAll}</Link>} />
      )}
    </>
  )
}
