import { notFound } from 'next/navigation'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { amountOf } from '@/app/_components/figure/amount'
import { figureWords } from '@/app/_components/figure/figure-words'
import { clauseName } from '@/app/_components/register/clause-name'
import { ListPager } from '@/app/_components/shell/list-pager'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { DataTable } from '@/app/_ui/data-table'
import { Facts } from '@/app/_ui/facts'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { announcedRows, announcementBy } from '@/lib/announcement/queries'
import { isSealed } from '@/lib/announcement/rules'
import { dayOf, timeOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'

/** The records that made a published figure, as the public reads them. */
export async function AnnouncedRows({ number, wanted, after }: { number: string; wanted: string; after?: string }) {
  const { actor } = await reader()
  const found = await look(actor, async (tx, now) => {
    const held = await announcementBy(tx, actor, { number })
    const chosen = held?.figures.find(({ key }) => key === wanted)
    if (!held || !chosen || held.announcement.state !== 'published') return null
    return {
      held,
      chosen,
      said: await figureWords(tx, chosen.definition),
      page: await announcedRows(tx, actor, { announcement: held.announcement, figure: chosen }, after),
      clause: await clauseName(tx),
      now,
    }
  })
  if (!found) notFound()
  const [{ announcement: w, figure, penalty, shell }, f] = [await words(), await format()]
  const { held, chosen, said, page, clause, now } = found
  const path = `/announcement/${number}/${wanted}`
  const { unknown } = chosen.figure
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: '/announcement' }, { label: number, href: `/c/${number}` }, { label: w.rows.title }]}
        crumbsLabel={shell.location}
        title={`${said.name} ${amountOf(chosen.figure, chosen.definition, figure, f)}`}
        line={isSealed(chosen.definition) ? undefined : w.rows.line}
        large
      />
      {unknown > 0 && <p className="mb-3 text-ink-2">{figure.unknown(f.count(unknown), chosen.definition.measure)}</p>}
      <div className="mb-5">
        <Facts items={[...said.conditions, { label: w.page.column.sha, value: <Official>{chosen.sha256}</Official>, wide: true }]} />
      </div>
      {chosen.takenBack > 0 && (
        <div className="mb-5">
          <Note tone="waiting">{w.page.takenBack(f.count(chosen.takenBack))}</Note>
        </div>
      )}
      {isSealed(chosen.definition) && <p className="mb-3 text-ink-2">{page ? w.rows.sealedForYou : w.rows.sealed}</p>}
      {page && page.rows.length > 0 ? (
        <>
          <DataTable
            caption={w.rows.caption}
            rows={page.rows}
            rowKey={({ position }) => String(position)}
            columns={[
              {
                key: 'name',
                head: w.rows.column.name,
                rowHead: true,
                at: 'title',
                cell: ({ name, targetKind, takenBackAt }) => (
                  <>
                    {targetKind === 'drama' || targetKind === 'episode' ? <WorkTitle title={name} /> : <Zh>{name}</Zh>}
                    {takenBackAt && (
                      <span className="block text-13 font-normal text-refused">{w.rows.takenBack(f.inList(takenBackAt, now))}</span>
                    )}
                  </>
                ),
              },
              {
                key: 'kind',
                head: w.rows.column.kind,
                at: 'aside',
                cell: ({ targetKind }) => figure.target[targetKind as keyof typeof figure.target],
              },
              { key: 'codes', head: w.rows.column.codes, at: 'full', cell: ({ codes }) => f.list(codes.map(clause)) || <Nothing /> },
              { key: 'rung', head: w.rows.column.rung, at: 'line', cell: ({ rung }) => (rung ? penalty.rung(rung) : <Nothing />) },
              {
                key: 'at',
                head: w.rows.column.at,
                at: 'clock',
                cell: ({ countsAt }) => (
                  <span className="text-13 whitespace-nowrap text-ink-2">
                    {/* What is known by its day alone counts from midnight. */}
                    {timeOf(countsAt) === '00:00' ? f.dayInList(dayOf(countsAt), now) : f.inList(countsAt, now)}
                  </span>
                ),
              },
            ]}
          />
          <ListPager path={path} page={page} after={after} />
        </>
      ) : (
        page && <p className="text-ink-2">{w.rows.empty}</p>
      )}
      <p className="mt-4">
        <Link href={`/c/${held.announcement.number}`}>{w.rows.back}</Link>
      </p>
    </>
  )
}
