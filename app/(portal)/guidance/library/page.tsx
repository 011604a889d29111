import type { Metadata } from 'next'
import { GuidanceNav } from '@/app/_components/guidance/guidance-nav'
import { ItemTable } from '@/app/_components/guidance/item-table'
import { called } from '@/app/_components/organization/called'
import { ListPager } from '@/app/_components/shell/list-pager'
import { locale, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { EmptyState } from '@/app/_ui/empty-state'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Tabs } from '@/app/_ui/tabs'
import { issuers, library } from '@/lib/guidance/queries/items'
import { KINDS } from '@/lib/guidance/workflow'
import { isId } from '@/lib/kernel/id'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'
import { taxonomyOn } from '@/lib/rulebook/rules/book'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).guidance.library.title })

const PATH = '/guidance/library'
const FIRST_YEAR = 2024
type Asked = Partial<Record<'kind' | 'q' | 'group' | 'issuer' | 'year' | 'open' | 'after', string>>

/** Notices, calls and recommended works that were published, each with its source. */
export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const { after, ...asked } = await searchParams
  const [w, language, now, { actor }, name] = await Promise.all([words(), locale(), instant(), reader(), called()])
  const { library: c, kind: kinds } = w.guidance
  const kind = KINDS.find((one) => one === asked.kind)
  const group = /^V\d{2}$/.test(asked.group ?? '') ? asked.group : undefined
  const issuerId = isId(asked.issuer ?? '') ? asked.issuer : undefined
  const year = /^20\d\d$/.test(asked.year ?? '') ? Number(asked.year) : undefined
  const q = asked.q?.trim().slice(0, 80) || undefined
  const open = asked.open === 'yes'
  const query = { kind, q, group, issuer: issuerId, year: year ? String(year) : undefined, open: open ? 'yes' : undefined }
  const { page, book, from } = await look(actor, async (tx) => ({
    page: await library(tx, now, { kind, q, group, issuerId, year, open, after }),
    book: await rulebook(tx),
    from: await issuers(tx),
  }))
  const all = { value: '', label: w.shell.list.all }
  const years = Array.from({ length: Number(dayOf(now).slice(0, 4)) - FIRST_YEAR + 1 }, (_, i) => String(FIRST_YEAR + i)).reverse()
  const isFiltered = Boolean(q || group || issuerId || year || open)
  return (
    <>
      <PageHead title={c.title} line={c.lead} large />
      <GuidanceNav current="library" />
      <div className="pt-4">
        <Tabs
          label={c.views}
          items={[undefined, ...KINDS].map((one) => ({
            href: withQuery(PATH, query, { kind: one }),
            label: one ? kinds[one] : c.all,
            current: kind === one,
          }))}
        />
      </div>
      <FilterBar
        path={PATH}
        query={query}
        label={w.shell.list.filter}
        search={{ name: 'q', label: c.search, placeholder: c.search, submit: w.shell.list.search }}
        filters={[
          {
            name: 'group',
            label: c.filter.group,
            value: group ?? '',
            options: [
              all,
              ...taxonomyOn(book, dayOf(now)).map(({ code, zh, en }) => ({ value: code, label: `${code} ${language === 'en' ? en : zh}` })),
            ],
          },
          {
            name: 'issuer',
            label: c.filter.issuer,
            value: issuerId ?? '',
            options: [all, ...from.map(({ id, name: of }) => ({ value: id, label: name(of) }))],
          },
          {
            name: 'year',
            label: c.filter.year,
            value: query.year ?? '',
            options: [all, ...years.map((value) => ({ value, label: value }))],
          },
          { name: 'open', label: c.filter.open, value: query.open ?? '', options: [all, { value: 'yes', label: c.stillOpen }] },
        ]}
      />
      {page.rows.length > 0 ? (
        <>
          <ItemTable rows={page.rows} now={now} kind={kind} />
          <ListPager path={PATH} query={query} page={page} after={after} />
        </>
      ) : isFiltered ? (
        <EmptyState title={c.nothing} link={<Link href={PATH}>{c.reset}</Link>} />
      ) : (
        <EmptyState title={kind ? c.emptyKind[kind] : c.empty}>{c.emptyNext}</EmptyState>
      )}
    </>
  )
}
