import { format, words } from '@/app/_server/locale'
import { type Column, DataTable, RowLink } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { Severity } from '@/app/_ui/severity'
import { Verdict } from '@/app/_ui/verdict'
import { Zh } from '@/app/_ui/words'
import type { OwnFiling, TitleCheck } from '@/lib/guidance/queries/titles'
import { type TitleVerdict, titleVerdict } from '@/lib/guidance/rules/title'
import type { NearReason } from '@/lib/matching/rules/near'
import { NoticesOn } from './notices-on'

const tones = { listed: 'refused', same: 'waiting', near: 'neutral', free: 'done' } as const satisfies Record<TitleVerdict, string>
type Severe = 1 | 2 | 3 | 4

/** What stands near a title, with the reason of each in words. */
export async function TitleResult({ found }: { found: TitleCheck }) {
  const [w, f] = await Promise.all([words(), format()])
  const { titlePage: t } = w.guidance
  const verdict = titleVerdict(found)
  const reason = ({ code, mine, theirs }: NearReason) => {
    if (code === 'equal_folded') return mine === theirs ? t.identical(theirs) : t.folded(theirs)
    return w.violation.near[code]({ mine, theirs })
  }
  const why = {
    key: 'why',
    head: t.column.why,
    at: 'full' as const,
    cell: ({ reasons }: { reasons: NearReason[] }) => f.list([...new Set(reasons.slice(0, 3).map(reason))]),
  }
  /** The title, with the number under which it is opened beneath it. */
  const named = <Row extends { title: string }>(at: (row: Row) => ['c' | 'w', string]): Column<Row> => ({
    key: 'title',
    head: t.column.title,
    rowHead: true,
    at: 'title',
    cell: (row) => (
      <RowLink href={`/${at(row).join('/')}`} lang="zh-CN" sub={at(row)[1]}>
        {w.drama.title(row.title)}
      </RowLink>
    ),
  })
  return (
    <>
      <Verdict tone={tones[verdict]} title={t.verdict[verdict]}>
        <p className="max-w-prose">{t.verdictText[verdict]}</p>
      </Verdict>
      {found.listed.length > 0 && (
        <Section id="listed" title={t.listed}>
          <DataTable
            caption={t.listedCaption}
            rows={found.listed}
            rowKey={({ entryId }) => entryId}
            columns={[
              named<(typeof found.listed)[number]>(({ number }) => ['c', number]),
              why,
              {
                key: 'severity',
                head: t.column.severity,
                at: 'aside',
                cell: ({ severity }) => <Severity level={severity as Severe} label={w.shell.severity(severity)} />,
              },
            ]}
          />
        </Section>
      )}
      {found.works.length > 0 && (
        <Section id="works" title={t.works}>
          <DataTable
            caption={t.worksCaption}
            rows={found.works}
            rowKey={({ id }) => id}
            columns={[
              named<(typeof found.works)[number]>(({ code }) => ['w', code]),
              why,
              {
                key: 'producer',
                head: t.column.producer,
                at: 'line',
                cell: ({ producerName }) => (producerName ? <Zh>{producerName}</Zh> : t.noProducer),
              },
            ]}
          />
        </Section>
      )}
      {found.own.length > 0 && (
        <Section id="own" title={t.own} aside={t.ownAside}>
          <DataTable<OwnFiling>
            caption={t.ownCaption}
            rows={found.own}
            rowKey={({ id }) => id}
            columns={[
              {
                key: 'title',
                head: t.column.title,
                rowHead: true,
                at: 'title',
                cell: ({ id, number, title }) => (
                  <RowLink href={number ? `/c/${number}` : `/draft/${id}`} lang="zh-CN" sub={number ?? t.draft}>
                    {w.drama.title(title)}
                  </RowLink>
                ),
              },
              why,
              { key: 'state', head: t.column.state, at: 'line', cell: ({ state }) => w.registration.state[state] },
            ]}
          />
        </Section>
      )}
      <div className="pt-6">
        <NoticesOn codes={['V04-04', 'V06-03']} title={t.vulgar} />
      </div>
    </>
  )
}
