import type { Metadata } from 'next'
import { clauseName } from '@/app/_components/register/clause-name'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { visitor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { publicBlacklist } from '@/lib/register/queries/blacklist'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).register.blacklist.title })

type Row = Awaited<ReturnType<typeof publicBlacklist>>['rows'][number]

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const { after } = await searchParams
  const [{ register: w, shell }, f, now] = await Promise.all([words(), format(), instant()])
  const { page, nameOf } = await look(visitor, async (tx) => ({ page: await publicBlacklist(tx, { after }), nameOf: await clauseName(tx) }))
  return (
    <>
      <PageHead title={w.blacklist.title} line={w.blacklist.lead} large />
      {page.rows.length === 0 ? (
        <EmptyState title={w.blacklist.empty} link={<Link href="/register">{w.blacklist.toRegister}</Link>}>
          {w.blacklist.emptyNext}
        </EmptyState>
      ) : (
        <DataTable<Row>
          caption={w.blacklist.caption}
          rows={page.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              head: w.blacklist.column.title,
              rowHead: true,
              at: 'title',
              cell: ({ title, titleKind, works, number }) => (
                <RowLink
                  href={works.length === 1 ? `/w/${works[0]?.code}` : `/c/${number}`}
                  lang="zh-CN"
                  sub={
                    <>
                      {number}
                      {titleKind === 'mini_program' && ` · ${w.blacklist.program}`}
                      {works.length > 1 && ` · ${w.blacklist.more(works.length)}`}
                    </>
                  }
                >
                  {titleKind === 'drama' ? w.work(title) : title}
                </RowLink>
              ),
            },
            {
              key: 'reason',
              head: w.blacklist.column.reason,
              at: 'full',
              cell: ({ clauses }) =>
                clauses.map((code) => (
                  <span key={code} className="block">
                    {code} {nameOf(code)}
                  </span>
                )),
            },
            {
              key: 'severity',
              head: w.blacklist.column.severity,
              at: 'aside',
              cell: ({ severity }) => <Severity level={severity as 3 | 4} label={shell.severity(severity)} />,
            },
            {
              key: 'listed',
              head: w.blacklist.column.listed,
              at: 'line',
              cell: ({ listedAt }) => <span className="whitespace-nowrap">{listedAt && f.inList(listedAt, now)}</span>,
            },
            {
              key: 'progress',
              head: w.blacklist.column.progress,
              at: 'number',
              cell: ({ orders, removed }) => w.page.progressCount(orders, removed),
            },
          ]}
        />
      )}
      {page.rows.length > 0 && <ListPager path="/blacklist" page={page} after={after} />}
    </>
  )
}
