import { called } from '@/app/_components/organization/called'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { announcementIssuers, publishedAnnouncements } from '@/lib/announcement/queries'
import { organizationNames } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** What was published, for everybody. */
export async function PublishedAnnouncements({ sent: { after, issuer } }: { sent: { after?: string; issuer?: string } }) {
  const issuerId = issuer && UUID.test(issuer) ? issuer : undefined
  const { actor } = await reader()
  const { page, issuers, names, now } = await look(actor, async (tx, at) => {
    const found = await publishedAnnouncements(tx, { issuerId, after })
    const all = await announcementIssuers(tx)
    return { page: found, issuers: all, names: await organizationNames(tx, all), now: at }
  })
  const [{ announcement: w, shell }, f, name] = [await words(), await format(), await called()]
  const p = w.public
  const nameOf = (id: string) => name(names.get(id) ?? { shortName: '', nameEn: null })
  const query: Record<string, string> = issuerId ? { issuer: issuerId } : {}
  return (
    <>
      <PageHead title={p.title} line={p.line} actions={<a href="/announcement/feed">{p.feed}</a>} large />
      <FilterBar
        path="/announcement"
        query={query}
        label={p.title}
        filters={[
          {
            name: 'issuer',
            label: p.issuer,
            value: issuerId ?? '',
            options: [{ value: '', label: p.all }, ...issuers.map((id) => ({ value: id, label: nameOf(id) }))],
          },
        ]}
      />
      {page.rows.length > 0 ? (
        <>
          <DataTable
            caption={p.caption}
            rows={page.rows}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'title',
                head: w.list.column.title,
                rowHead: true,
                at: 'title',
                cell: ({ number, title, kind, issue }) => (
                  <RowLink href={`/c/${number}`} lang="zh-CN" sub={`${w.issue(f.count(issue ?? 0))} · ${w.kind[kind]}`}>
                    {title}
                  </RowLink>
                ),
              },
              { key: 'issuer', head: p.issuer, at: 'line', cell: ({ issuerId: id }) => nameOf(id) },
              {
                key: 'at',
                head: w.list.column.at,
                at: 'clock',
                cell: ({ publishedAt }) => <span className="whitespace-nowrap">{publishedAt && f.inList(publishedAt, now)}</span>,
              },
            ]}
          />
          <ListPager path="/announcement" query={query} page={page} after={after} />
        </>
      ) : (
        <EmptyState title={p.empty} link={<Link href="/blacklist">{shell.public.blacklist}</Link>}>
          {p.emptyNext}
        </EmptyState>
      )}
    </>
  )
}
