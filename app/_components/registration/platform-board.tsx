import { format, words } from '@/app/_server/locale'
import { now } from '@/app/_server/now'
import { DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { State } from '@/app/_ui/state'
import { Name, Nothing, Official } from '@/app/_ui/words'
import type { Filing, PlatformNumber } from '@/lib/registration/queries/case'
import { answerOf, type PlatformAnswer } from '@/lib/registration/rules/answer'

const tones = {
  recorded: 'done',
  suspended: 'refused',
  waiting: 'waiting',
  stopped: 'refused',
  passed: 'neutral',
  withdrawn: 'neutral',
} as const satisfies Record<PlatformAnswer, string>

/** Who of the planned platforms has numbered the work, who has left it aside, who has not answered; to a platform the given numbers and itself alone. */
export async function PlatformBoard({
  filing,
  numbers,
  platforms,
}: {
  filing: Filing
  numbers: PlatformNumber[]
  platforms: ReadonlyMap<string, string>
}) {
  const [w, f, at] = await Promise.all([words(), format(), now()])
  const { offer, offerCaption, offerColumn: column, offerState } = w.registration.filing
  const issuers = numbers.flatMap(({ issuerId }) => issuerId ?? [])
  const rows = [...new Set([...filing.plannedPlatformIds, ...issuers])].map((id) => {
    const own = numbers.find(({ issuerId }) => issuerId === id)
    return { id, own, state: answerOf(filing, id, own) }
  })
  return (
    <Section id="platforms" title={offer} aside={w.registration.own.recorded(numbers.length, filing.plannedCount)}>
      <DataTable
        caption={offerCaption}
        middle
        rows={rows}
        rowKey={(row) => row.id}
        columns={[
          {
            key: 'platform',
            head: column.platform,
            rowHead: true,
            at: 'title',
            cell: (row) => <Name>{platforms.get(row.id) ?? ''}</Name>,
          },
          { key: 'state', head: column.state, at: 'line', cell: (row) => <State tone={tones[row.state]}>{offerState[row.state]}</State> },
          {
            key: 'number',
            head: column.number,
            at: 'full',
            cell: (row) => (row.own?.officialNumber ? <Official>{row.own.officialNumber}</Official> : <Nothing />),
          },
          {
            key: 'when',
            head: column.when,
            at: 'clock',
            cell: (row) => (row.own ? f.inList(row.own.publicSince, at) : <Nothing />),
          },
        ]}
      />
    </Section>
  )
}
