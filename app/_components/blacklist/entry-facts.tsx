import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Aside, Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Sealed } from '@/app/_ui/sealed'
import { Severity } from '@/app/_ui/severity'
import { Nothing, Official, Zh } from '@/app/_ui/words'
import type { EntryRead } from '@/lib/blacklist/queries/entry'
import type { Hit } from '@/lib/blacklist/queries/preview'

type Level = 1 | 2 | 3 | 4

/** The facts of an entry as far as the reader may read them; the proposer is named to the regulators and to itself. */
export async function EntryFacts({
  read,
  works,
  clause,
  severityReason,
  sealedProposer,
  isPublic,
}: {
  read: EntryRead
  works: Hit[]
  clause: (code: string) => string
  severityReason: string | null
  sealedProposer: string
  isPublic: boolean
}) {
  const [{ blacklist: w, drama, penalty: penaltyWords, shell }, f, name] = [await words(), await format(), await called()]
  const { entry, clauses, names, previousNumber, bureau, proposals } = read
  const [main] = works
  const aliases = [...new Set(works.flatMap((work, at) => [...(at === 0 ? [] : [work.title]), ...work.aliases]))].filter(
    (one) => one !== entry.title,
  )
  const numbers = works.flatMap((work) => work.filings.flatMap(({ number }) => number ?? []))
  const miniPrograms = [...new Set(works.flatMap((work) => work.miniPrograms))]
  const producers = [...new Set(works.map(({ producerName }) => producerName).filter((one) => one !== null))]
  const [first] = proposals
  const imposed = proposals.flatMap(({ penalties }) => penalties)
  const changed = entry.severity !== entry.severityProposed
  const episodes = works.reduce<number | null>((sum, { episodeCount }) => (episodeCount === null ? sum : (sum ?? 0) + episodeCount), null)
  return (
    <Facts
      items={[
        {
          label: entry.titleKind === 'mini_program' ? w.programs.kind : w.page.field.title,
          value:
            entry.titleKind === 'mini_program' ? (
              <Zh>{entry.title}</Zh>
            ) : main && isPublic ? (
              <Link href={`/w/${main.code}`}>
                <Zh>{drama.title(entry.title)}</Zh>
              </Link>
            ) : (
              <Zh>{drama.title(entry.title)}</Zh>
            ),
        },
        works.length > 0 && {
          label: w.page.field.aliases,
          value: aliases.length ? <Zh>{f.list(aliases.map((one) => drama.title(one)))}</Zh> : <Nothing />,
        },
        works.length > 0 && {
          label: w.page.field.numbers,
          value: numbers.length
            ? numbers.map((one) => (
                <span key={one} className="block">
                  <Official>{one}</Official>
                </span>
              ))
            : w.page.noNumber,
        },
        works.length > 0 && { label: w.page.field.episodes, value: episodes === null ? <Nothing /> : w.page.episodes(episodes) },
        works.length > 0 && {
          label: w.page.field.producer,
          value: producers.length ? <Zh>{f.list(producers)}</Zh> : w.page.unknownProducer,
        },
        miniPrograms.length > 0 && { label: w.page.field.miniPrograms, value: <Zh>{f.list(miniPrograms)}</Zh> },
        {
          label: w.page.field.basis,
          value: clauses.map(({ code }) => (
            <span key={code} className="block">
              {code} {clause(code)}
            </span>
          )),
        },
        {
          label: w.page.field.severity,
          value: (
            <>
              <Severity level={entry.severity as Level} label={shell.severity(entry.severity)} />
              {changed && entry.verifiedAt && (
                <Aside>
                  {w.page.severityChanged(entry.severityProposed, name(bureau), entry.severity)}
                  {severityReason && <span lang="zh-CN">{w.page.severityWhy(severityReason)}</span>}
                </Aside>
              )}
            </>
          ),
        },
        proposals.length > 0 && {
          label: w.page.field.report,
          value: proposals.map(({ violationId, proposerId, violationNumber, evidenceCount }) => (
            <span key={`${violationId} ${proposerId}`} className="block">
              {violationNumber ? <Link href={`/c/${violationNumber}`}>{violationNumber}</Link> : <Nothing />}
              {evidenceCount > 0 && ` ${w.page.evidence(evidenceCount)}`}
            </span>
          )),
        },
        imposed.length > 0 && {
          label: w.page.field.imposed,
          value: imposed.map((penalty) => (
            <span key={penalty} className="block">
              <Link href={`/c/${penalty}`}>{penalty}</Link> {penaltyWords.rung('P10')}
            </span>
          )),
        },
        {
          label: w.page.field.reporter,
          value: first ? (
            <>
              <Zh>{`${name(first.proposer)} ${first.proposedByName}`}</Zh>
              {proposals.length > 1 && <span> {w.page.othersToo(proposals.length - 1)}</span>}
              <span className="block">
                <Sealed>{w.sealed.from}</Sealed>
              </span>
            </>
          ) : (
            <Sealed>{sealedProposer}</Sealed>
          ),
        },
        { label: w.page.field.bureau, value: name(bureau) },
        previousNumber !== null && { label: w.page.field.previous, value: <Link href={`/c/${previousNumber}`}>{previousNumber}</Link> },
        names.length > 0 &&
          !isPublic && {
            label: w.page.field.names,
            wide: true,
            value: (
              <>
                <Zh>{f.list(names.map((one) => one.name))}</Zh>
                <Aside>{w.page.namesHint}</Aside>
              </>
            ),
          },
      ]}
    />
  )
}
