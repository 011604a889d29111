import { ProgramHint } from '@/app/_components/blacklist/program-hint'
import { WorkTitle } from '@/app/_components/drama/work-title'
import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Aside, Facts } from '@/app/_ui/facts'
import { Link } from '@/app/_ui/link'
import { Severity } from '@/app/_ui/severity'
import { Official, Zh } from '@/app/_ui/words'
import type { FoundOrder } from './find-order'

const SHOWN = 10

/** What has to be removed and where it is known to be. */
export async function OrderFacts({ found }: { found: FoundOrder }) {
  const { order, entry, works, programs, knownLinks, reads, bureau, clause, clauses } = found
  const [{ takedown, blacklist, drama, shell }, f, name] = [await words(), await format(), await called()]
  const w = takedown.page
  const links = (list: string[]) =>
    list.map((link) => (
      <span key={link} className="official block break-all">
        {link}
      </span>
    ))
  return (
    <Facts
      items={[
        { label: w.facts.entry, value: <Link href={`/c/${entry.number}`}>{entry.number}</Link> },
        { label: w.facts.severity, value: <Severity level={order.severity as 3 | 4} label={shell.severity(order.severity)} /> },
        ...works.flatMap((work) => [
          {
            label: w.facts.works,
            wide: true,
            value: (
              <>
                <b>
                  <WorkTitle title={work.title} />
                </b>{' '}
                {work.episodeCount !== null && w.episodeCount(work.episodeCount)}
                <Aside>
                  <Zh>{work.producerName ?? blacklist.page.unknownProducer}</Zh>{' '}
                  <Official>{work.numbers.length ? f.list(work.numbers) : work.code}</Official>
                  {work.aliases.length > 0 && (
                    <>
                      {' '}
                      {w.facts.aliases} <Zh>{f.list(work.aliases.map((alias) => drama.title(alias)))}</Zh>
                    </>
                  )}
                </Aside>
              </>
            ),
          },
        ]),
        ...programs.map((program) => ({
          label: w.facts.programs,
          wide: true,
          value: (
            <>
              <b>
                <Zh>{program.name}</Zh>
              </b>
              <Aside>
                <ProgramHint program={program} />
              </Aside>
            </>
          ),
        })),
        {
          label: w.facts.basis,
          value: clauses.map((code) => (
            <span key={code} className="block">
              {code} {clause(code)}
            </span>
          )),
        },
        { label: w.facts.bureau, value: name(bureau) },
        { label: w.facts.ordered, value: f.inList(order.orderedDueAt, found.now) },
        order.reappearedDueAt && { label: w.facts.reappearedDue, value: f.inList(order.reappearedDueAt, found.now) },
        reads &&
          works.length > 0 && {
            label: w.facts.known,
            wide: true,
            value: knownLinks.length ? (
              <>
                {w.knownCount(knownLinks.length)}
                {links(knownLinks.slice(0, SHOWN))}
                {knownLinks.length > SHOWN && (
                  <details>
                    <summary className="text-accent">{w.more(knownLinks.length - SHOWN)}</summary>
                    {links(knownLinks.slice(SHOWN))}
                  </details>
                )}
              </>
            ) : (
              w.noKnown
            ),
          },
      ]}
    />
  )
}
