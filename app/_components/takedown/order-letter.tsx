import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Zh } from '@/app/_ui/words'
import { dayOf } from '@/lib/kernel/time'
import { askedNow } from '@/lib/takedown/rules'
import type { FoundOrder } from './find-order'

/** The order on paper: A4, black on white, the organ's name above; what it asked when sent, and what it asks now. On the screen it is not shown. */
export async function OrderLetter({ found }: { found: FoundOrder }) {
  const [{ takedown, drama, blacklist, shell }, f, name] = [await words(), await format(), await called()]
  const w = takedown.print
  const { order, followed, entry, works, programs, platform, knownLinks, clauses, clause, now } = found
  const instant = (at: Date) => shell.beijing(f.instant(at))
  const named = f.list([...works.map(({ title }) => drama.title(title)), ...programs.map((program) => program.name)])
  const ofWorks: [string, React.ReactNode][] = [
    [w.number, works.flatMap(({ numbers, code }) => (numbers.length ? numbers : [code])).join('\n')],
    [w.aliases, works.flatMap(({ aliases }) => aliases.map((alias) => drama.title(alias))).join('\n') || w.none],
    [w.producer, [...new Set(works.map(({ producerName }) => producerName ?? blacklist.page.unknownProducer))].join('\n')],
  ]
  const ofPrograms: [string, React.ReactNode] = [w.program, programs.map(({ name: app, appId }) => `${app} ${appId}`).join('\n')]
  const rows: [string, React.ReactNode][] = [
    ...(works.length > 0 ? ofWorks : []),
    ...(programs.length > 0 ? [ofPrograms] : []),
    [w.basis, clauses.map((code) => `${code} ${clause(code)}`).join('\n')],
    ...(works.length > 0 ? [[w.known, knownLinks.length ? knownLinks.join('\n') : w.noKnown] as [string, React.ReactNode]] : []),
  ]
  const asked = askedNow(order, now)
  const standing = f.sentences(
    w.now(takedown.state[order.state]),
    order.reappearedAt && w.again(instant(order.reappearedAt)),
    followed?.ruled && order.state !== 'excused' && w.overruled,
    ...(asked.kind === 'removal'
      ? [asked.despiteObjection && w.despiteObjection, (asked.overdue ? w.askedOver : w.asked)(instant(asked.by))]
      : asked.kind === 'ruling'
        ? [w.stands(f.span(asked.left * 1000)), asked.by && w.ruling(instant(asked.by))]
        : [
            ['removed', 'absent'].includes(order.state) && order.answeredAt && w.answered(instant(order.answeredAt)),
            order.state === 'withdrawn' ? w.withdrawn : w.nothing,
          ]),
  )
  return (
    <article className="hidden print:block">
      <p className="border-b-2 border-black pb-3 text-center text-20 font-bold">{w.organ}</p>
      <h2 className="mt-6 text-center text-20">{w.title}</h2>
      <p className="official text-center">{order.number}</p>
      <p className="mt-6">{w.to(name(platform))}</p>
      <p className="indent-[2em]">
        <Zh>
          {(works.length > 0 ? w.body : w.bodyProgram)(named, entry.number ?? '', instant(order.openedAt), instant(order.orderedDueAt))}
        </Zh>
      </p>
      <p className="mt-2 indent-[2em] font-bold">{standing}</p>
      <table className="mt-4 w-full border-collapse border-y-[1.5px] border-black">
        <tbody>
          {rows.map(([label, value]) => (
            <tr key={label}>
              <th scope="row" className="w-28 border-b border-black py-1.5 pr-3 text-left align-top font-normal">
                {label}
              </th>
              <td className="border-b border-black py-1.5 whitespace-pre-line">{value}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-6 text-right">{f.day(dayOf(order.openedAt))}</p>
    </article>
  )
}
