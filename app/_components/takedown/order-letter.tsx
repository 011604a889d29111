import { called } from '@/app/_components/organization/called'
import { format, words } from '@/app/_server/locale'
import { Zh } from '@/app/_ui/words'
import { dayOf } from '@/lib/kernel/time'
import type { FoundOrder } from './find-order'

/** The order on paper: A4, black on white, the organ's name above; on the screen it is not shown. */
export async function OrderLetter({ found }: { found: FoundOrder }) {
  const [{ takedown, drama }, f, name] = [await words(), await format(), await called()]
  const w = takedown.print
  const { order, entry, works, programs, platform, knownLinks, clauses, clause } = found
  const named = f.list([...works.map(({ title }) => drama.title(title)), ...programs.map((program) => program.name)])
  const ofWorks: [string, React.ReactNode][] = [
    [w.number, works.flatMap(({ numbers, code }) => (numbers.length ? numbers : [code])).join('\n')],
    [w.aliases, works.flatMap(({ aliases }) => aliases.map((alias) => drama.title(alias))).join('\n') || w.none],
    [w.producer, [...new Set(works.map(({ producerName }) => producerName ?? w.none))].join('\n')],
  ]
  const ofPrograms: [string, React.ReactNode] = [w.program, programs.map(({ name: app, appId }) => `${app} ${appId}`).join('\n')]
  const rows: [string, React.ReactNode][] = [
    ...(works.length > 0 ? ofWorks : []),
    ...(programs.length > 0 ? [ofPrograms] : []),
    [w.basis, clauses.map((code) => `${code} ${clause(code)}`).join('\n')],
    ...(works.length > 0 ? [[w.known, knownLinks.length ? knownLinks.join('\n') : w.noKnown] as [string, React.ReactNode]] : []),
  ]
  return (
    <article className="hidden print:block">
      <p className="border-b-2 border-black pb-3 text-center text-20 font-bold">{w.organ}</p>
      <h2 className="mt-6 text-center text-20">{w.title}</h2>
      <p className="official text-center">{order.number}</p>
      <p className="mt-6">{w.to(name(platform))}</p>
      <p className="indent-[2em]">
        <Zh>{(works.length > 0 ? w.body : w.bodyProgram)(named, entry.number ?? '', f.instant(order.orderedDueAt))}</Zh>
      </p>
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
