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
  // What belongs to one of several works stands with that work, in the table of them.
  const alone = works.length === 1 ? works[0]! : null
  const main = works.find(({ title }) => title === entry.title) ?? alone
  const aliases = alone ? [...new Set([alone.title, ...alone.aliases])].filter((one) => one !== entry.title) : []
  const numbers = alone ? alone.filings.flatMap(({ number }) => number ?? []) : []
  const producers = new Set(works.map(({ producerName }) => producerName))
  const [producer] = producers
  const [first] = proposals
  const imposed = proposals.flatMap(({ penalties }) => penalties)
  const changed = entry.severity !== entry.severityProposed
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
        alone && {
          label: w.page.field.aliases,
          value: aliases.length ? <Zh>{f.list(aliases.map((one) => drama.title(one)))}</Zh> : <Nothing />,
        },
        alone && {
          label: w.page.field.numbers,
          value: numbers.length
            ? numbers.map((one) => (
                <span key={one} className="block">
                  <Official>{one}</Official>
                </span>
              ))
            : w.page.noNumber,
        },
        alone && {
          label: w.page.field.episodes,
          value: alone.episodeCount === null ? <Nothing /> : w.page.episodes(alone.episodeCount),
        },
        producers.size === 1 && {
          label: w.page.field.producer,
          value: producer ? <Zh>{producer}</Zh> : w.page.unknownProducer,
        },
        alone !== null &&
          alone.miniPrograms.length > 0 && { label: w.page.field.miniPrograms, value: <Zh>{f.list(alone.miniPrograms)}</Zh> },
        works.length > 1 && {
          label: w.page.field.works,
          value: works.map(({ id, code, title }) => (
            <span key={id} className="block">
              {isPublic ? (
                <Link href={`/w/${code}`}>
                  <Zh>{drama.title(title)}</Zh>
                </Link>
              ) : (
                <Zh>{drama.title(title)}</Zh>
              )}
            </span>
          )),
        },
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
