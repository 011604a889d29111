import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { Standing } from '@/app/_components/register/standing'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { reader } from '@/app/_server/session'
import { Button } from '@/app/_ui/button'
import { DataTable, RowLink } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { controlClass } from '@/app/_ui/field'
import { FilterBar, withQuery } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Tabs } from '@/app/_ui/tabs'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { visitor } from '@/lib/kernel/actor'
import { dayOf } from '@/lib/kernel/time'
import { bureaus } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { caseFound } from '@/lib/register/queries/case'
import { type PublicWork, SEARCH_LIMIT, sameNamed, worksInRegister } from '@/lib/register/queries/works'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).register.title })

type Asked = Partial<Record<'q' | 'class' | 'bureau' | 'year' | 'standing' | 'after', string>>
const FIRST_YEAR = 2024

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const { after, ...query } = await searchParams
  const q = query.q?.trim().slice(0, 80) || undefined
  const [{ register: w }, f, name, now] = await Promise.all([words(), format(), called(), instant()])
  const standing = query.standing === 'listed' || query.standing === 'unlisted' ? query.standing : undefined
  const ofClass = ['1', '2', '3'].includes(query.class ?? '') ? Number(query.class) : undefined
  const year = /^20\d\d$/.test(query.year ?? '') ? Number(query.year) : undefined
  const { actor } = await reader()
  const numbered = q ? await look(actor, (tx) => caseFound(tx, actor, q)) : null
  const { page, provinces, same } = await look(visitor, async (tx) => {
    const provinces = await bureaus(tx)
    const bureauId = provinces.find(({ code }) => code === query.bureau)?.id
    return {
      provinces,
      page: await worksInRegister(tx, { q, class: ofClass, bureauId, year, standing, after }),
      same: q ? await sameNamed(tx, q) : 0,
    }
  })
  if (numbered && page.rows.length === 0) redirect(`/c/${numbered}`)
  const years = Array.from({ length: Number(dayOf(now).slice(0, 4)) - FIRST_YEAR + 1 }, (_, i) => String(FIRST_YEAR + i)).reverse()
  const all = { value: '', label: w.all }
  const isFiltered = Boolean(q || standing || ofClass || year || query.bureau)
  return (
    <>
      <PageHead title={w.title} line={w.lead} large />
      <search>
        <form action="/register" className="mb-6 grid grid-cols-[minmax(0,1fr)_auto] gap-2 desk:max-w-190">
          {Object.entries({ ...query, q: undefined }).map(
            ([name, value]) => value && <input key={name} type="hidden" name={name} value={value} />,
          )}
          <input
            type="search"
            name="q"
            defaultValue={q}
            key={q}
            aria-label={w.search}
            placeholder={w.search}
            data-search=""
            className={`${controlClass} min-h-11!`}
          />
          <Button type="submit" look="filled" size="main">
            {w.submit}
          </Button>
        </form>
      </search>
      <Tabs
        label={w.view}
        items={[undefined, 'unlisted', 'listed'].map((one) => ({
          href: withQuery('/register', query, { standing: one }),
          label: one === 'listed' ? w.listed : one ? w.unlisted : w.all,
          current: standing === one,
        }))}
      />
      <FilterBar
        path="/register"
        query={query}
        label={w.filter.label}
        filters={[
          {
            name: 'class',
            label: w.filter.class,
            value: query.class ?? '',
            options: [all, ...['1', '2', '3'].map((value) => ({ value, label: w.class[Number(value)] ?? value }))],
          },
          {
            name: 'bureau',
            label: w.filter.bureau,
            value: query.bureau ?? '',
            options: [all, ...provinces.map((province) => ({ value: province.code ?? '', label: name(province) }))],
          },
          {
            name: 'year',
            label: w.filter.year,
            value: query.year ?? '',
            options: [all, ...years.map((value) => ({ value, label: value }))],
          },
        ]}
        end={
          q &&
          page.found !== null && (
            <span className="text-13 text-ink-2">
              {w.found(q, page.found)} {numbered && <Link href={`/c/${numbered}`}>{w.openCase(numbered)}</Link>}
            </span>
          )
        }
      />
      {same > 1 && q && <Note title={w.same(same, q)} />}
      {page.capped && <Note tone="waiting" title={w.capped(SEARCH_LIMIT)} />}
      {page.rows.length === 0 ? (
        <EmptyState title={q ? w.nothing(q) : w.empty} link={isFiltered && <Link href="/register">{w.reset}</Link>}>
          {q ? w.nothingNext : w.emptyNext}
        </EmptyState>
      ) : (
        <DataTable<PublicWork>
          caption={w.caption}
          rows={page.rows}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'title',
              head: w.column.title,
              rowHead: true,
              at: 'title',
              cell: ({ code, title, aliases }) => (
                <RowLink href={`/w/${code}`} lang="zh-CN" sub={aliases.length ? w.aliases(f.list(aliases.map(w.work))) : undefined}>
                  {w.work(title)}
                </RowLink>
              ),
            },
            {
              key: 'number',
              head: w.column.number,
              at: 'number',
              cell: ({ officialNumber }) => (officialNumber ? <Official>{officialNumber}</Official> : w.noNumber),
            },
            {
              key: 'producer',
              head: w.column.producer,
              at: 'full',
              cell: ({ producerName }) => (producerName ? <Zh>{producerName}</Zh> : w.noProducer),
            },
            { key: 'class', head: w.column.class, at: 'aside', cell: (work) => (work.class ? w.class[work.class] : <Nothing />) },
            {
              key: 'episodes',
              head: w.column.episodes,
              align: 'end',
              at: 'hide',
              cell: ({ episodeCount }) => (episodeCount === null ? <Nothing /> : f.count(episodeCount)),
            },
            {
              key: 'since',
              head: w.column.since,
              at: 'hide',
              cell: ({ publicSince }) => <span className="whitespace-nowrap">{f.dayInList(dayOf(publicSince), now)}</span>,
            },
            { key: 'state', head: w.column.state, at: 'line', cell: ({ promised }) => <Standing promised={promised} /> },
          ]}
        />
      )}
      {page.rows.length > 0 && <ListPager path="/register" query={query} page={page} after={after} />}
    </>
  )
}
