import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { RecordLink } from '@/app/_components/dossier/subject-link'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { Standing, toneOf } from '@/app/_components/register/standing'
import { PosterImage } from '@/app/_components/registration/poster-image'
import { format, words } from '@/app/_server/locale'
import { now as instant } from '@/app/_server/now'
import { DataTable } from '@/app/_ui/data-table'
import { Facts } from '@/app/_ui/facts'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { State } from '@/app/_ui/state'
import { Verdict } from '@/app/_ui/verdict'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import { visitor } from '@/lib/kernel/actor'
import { caseNumber } from '@/lib/kernel/number'
import { dayOf } from '@/lib/kernel/time'
import { look } from '@/lib/perform'
import { workByCode } from '@/lib/register/queries/work'

type Props = { params: Promise<{ code: string }> }

const codeIn = (typed: string) => {
  const number = caseNumber(decodeURIComponent(typed))
  return number?.startsWith('ZP-') ? number : null
}
const found = cache((code: string | null) =>
  look(visitor, async (tx) => ({ shown: code ? await workByCode(tx, code) : null, nameOf: await clauseName(tx) })),
)

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [{ shown }, { register: w }] = [await found(codeIn((await params).code)), await words()]
  return shown ? { title: w.work(shown.work.title) } : {}
}

export default async function Page({ params }: Props) {
  const { code: typed } = await params
  const code = codeIn(typed)
  const { shown, nameOf } = await found(code)
  if (!shown) notFound()
  if (code !== decodeURIComponent(typed)) redirect(`/w/${code}`)
  const { work, best, filings, entry, promised, lifted } = shown
  const [{ register: w, takedown, shell }, f, now, name] = await Promise.all([words(), format(), instant(), called()])
  const minutes = work.totalSeconds === null ? null : Math.ceil(work.totalSeconds / 60)
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: '/register' }, { label: w.work(work.title) }]}
        title={<Zh>{w.work(work.title)}</Zh>}
        line={best?.officialNumber ? <Official>{best.officialNumber}</Official> : w.noNumber}
        actions={<RecordLink code={work.code} />}
        large
      />
      <div className="grid gap-x-10 gap-y-8 desk:grid-cols-[minmax(0,1fr)_320px]">
        <div>
          <Verdict tone={toneOf[promised]} title={w.verdict[promised]}>
            {entry?.listedAt && (
              <p>{w.page.hands(w.page.proposer[entry.proposedBy], name(entry.bureau), f.dayOfInstant(entry.listedAt))}</p>
            )}
            <p>{w.meaning[promised]}</p>
            {entry?.remark && (
              <p className="text-ink-2">
                {w.page.remark}
                <Zh>{entry.remark}</Zh>
              </p>
            )}
          </Verdict>
          {entry && (
            <Section
              id="reasons"
              title={w.page.reasons}
              aside={
                <span className="inline-flex items-center gap-2">
                  <Severity level={entry.severity as 3 | 4} label={shell.severity(entry.severity)} />
                  {entry.severity !== entry.severityProposed && w.page.reasonsChanged(name(entry.bureau), entry.severityProposed)}
                </span>
              }
            >
              <DataTable<string>
                caption={w.page.reasons}
                rows={entry.clauses}
                rowKey={(code) => code}
                columns={[
                  { key: 'code', head: w.page.clause, width: '9rem', at: 'number', cell: (code) => <Official>{code}</Official> },
                  { key: 'name', head: w.page.clauseText, rowHead: true, at: 'title', cell: (code) => nameOf(code) },
                ]}
              />
            </Section>
          )}
          {lifted.length > 0 && (
            <Section id="lifted" title={w.page.lifted}>
              <DataTable<(typeof lifted)[number]>
                caption={w.page.lifted}
                rows={lifted}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'entry',
                    head: w.page.liftedEntry,
                    rowHead: true,
                    at: 'title',
                    cell: ({ number }) => (
                      <Link href={`/c/${number}`} className="whitespace-nowrap">
                        {number}
                      </Link>
                    ),
                  },
                  {
                    key: 'from',
                    head: w.page.liftedFrom,
                    at: 'number',
                    cardLabel: w.page.liftedFrom,
                    cell: ({ listedAt }) => listedAt && f.inList(listedAt, now),
                  },
                  {
                    key: 'to',
                    head: w.page.liftedTo,
                    at: 'clock',
                    cardLabel: w.page.liftedTo,
                    cell: ({ liftedAt }) => liftedAt && f.inList(liftedAt, now),
                  },
                  { key: 'why', head: w.page.liftedWhy, at: 'full', cell: ({ reason }) => reason && <Zh>{reason}</Zh> },
                ]}
              />
            </Section>
          )}
          <Section id="work" title={w.page.work}>
            {work.posterSha && promised !== 'listed' && (
              <div className="mb-3">
                <PosterImage of={work.code} sha={work.posterSha} alt={w.page.poster(work.title)} />
              </div>
            )}
            <Facts
              items={[
                { label: w.page.producer, value: work.producerName ? <Zh>{work.producerName}</Zh> : w.noProducer },
                { label: w.column.class, value: best?.class ? w.class[best.class] : <Nothing /> },
                { label: w.page.aliases, value: work.aliases.length ? <Zh>{f.list(work.aliases.map(w.work))}</Zh> : <Nothing /> },
                { label: w.page.episodes, value: work.episodeCount === null ? '—' : w.page.episodeTotal(work.episodeCount, minutes) },
                { label: w.page.since, value: work.publicSince && f.day(dayOf(work.publicSince)) },
                { label: w.page.code, value: <Official>{work.code}</Official> },
                entry && { label: w.page.entry, value: <Link href={`/c/${entry.number}`}>{entry.number}</Link> },
              ]}
            />
          </Section>
          {filings.length > 0 && (
            <Section id="filings" title={w.page.filings} aside={w.page.filingsAside}>
              <DataTable<(typeof filings)[number]>
                caption={w.page.filings}
                rows={filings}
                rowKey={({ id }) => id}
                columns={[
                  {
                    key: 'number',
                    head: w.column.number,
                    rowHead: true,
                    at: 'title',
                    cell: ({ officialNumber }) => (officialNumber ? <Official>{officialNumber}</Official> : w.noNumber),
                  },
                  { key: 'issuer', head: w.page.issuer, at: 'aside', cell: ({ issuer }) => name(issuer) || <Nothing /> },
                  {
                    key: 'class',
                    head: w.column.class,
                    at: 'number',
                    cell: (filing) => (filing.class ? w.class[filing.class] : <Nothing />),
                  },
                  { key: 'state', head: w.column.state, at: 'line', cell: (filing) => <Standing promised={filing.promised} /> },
                ]}
              />
            </Section>
          )}
        </div>
        {entry && (
          <aside>
            <Section id="progress" title={w.page.progress} aside={w.page.progressCount(entry.counts.orders, entry.counts.removed)}>
              {entry.board.length ? (
                <DataTable<(typeof entry.board)[number]>
                  caption={w.page.progress}
                  rows={entry.board}
                  rowKey={({ platformId }) => platformId}
                  columns={[
                    { key: 'platform', head: w.page.platform, rowHead: true, at: 'title', cell: ({ platform }) => name(platform) },
                    {
                      key: 'state',
                      head: w.page.answer,
                      at: 'line',
                      cell: ({ state }) => (
                        <State tone={state === 'removed' ? 'done' : state === 'absent' || state === 'excused' ? 'neutral' : 'overdue'}>
                          {takedown.state[state]}
                        </State>
                      ),
                    },
                    {
                      key: 'when',
                      head: w.page.when,
                      align: 'end',
                      at: 'clock',
                      cell: ({ state, reappearedAt, answeredAt, dueAt }) => (
                        <span className="whitespace-nowrap text-13">
                          {state === 'reappeared' && reappearedAt
                            ? f.inList(reappearedAt, now)
                            : answeredAt
                              ? f.inList(answeredAt, now)
                              : dueAt
                                ? w.page.due(f.inList(dueAt, now))
                                : '—'}
                        </span>
                      ),
                    },
                  ]}
                />
              ) : (
                <p className="text-ink-2">{w.page.progressSealed}</p>
              )}
              {entry.counts.later > 0 && <p className="mt-2">{w.page.progressLater(entry.counts.later, entry.counts.laterRemoved)}</p>}
              <p className="mt-2 text-13 text-ink-2">
                {w.page.producerAsk} <Link href={`/sign-in?back=/c/${entry.number}`}>{w.page.producerSignIn}</Link>
              </p>
            </Section>
          </aside>
        )}
      </div>
    </>
  )
}
