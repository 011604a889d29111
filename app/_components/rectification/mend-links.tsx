import { format, words } from '@/app/_server/locale'
import { ButtonLink } from '@/app/_ui/button'
import { Link } from '@/app/_ui/link'
import { QuietPanel } from '@/app/_ui/step-panel'
import { type Actor, holds } from '@/lib/kernel/actor'
import type { rectificationsOfReport } from '@/lib/rectification/queries/subject'
import type { RectificationSubject } from '@/lib/rectification/workflow'
import { RectificationState } from './rectification-state'

type Report = { number: string | null; state: string; bureauId: string }
type Subject = { id: string; kind: RectificationSubject; name: string; outcome: string | null }

/** What of a report is ordered to be mended, and for its bureau what can be. */
export async function MendLinks({
  report,
  subjects,
  standing,
  actor,
  now,
}: {
  report: Report
  subjects: readonly Subject[]
  standing: Awaited<ReturnType<typeof rectificationsOfReport>>
  actor: Actor
  now: Date
}) {
  const [{ rectification: w }, f] = [await words(), await format()]
  const reviews = holds(actor, 'province.reviewer', 'national.reviewer') && report.bureauId === actor.organizationId
  const open = reviews && report.state === 'upheld'
  const free = subjects.filter(
    ({ id, outcome }) => outcome === 'upheld' && !standing.some((one) => one.violationSubjectId === id && one.state !== 'ended'),
  )
  if (standing.length === 0 && !(open && free.length > 0)) return null
  return (
    <QuietPanel title={w.title}>
      <ul className="grid gap-2">
        {standing.map((one) => (
          <li key={one.id} className="flex flex-wrap items-baseline gap-x-3">
            <Link href={`/c/${one.number}`}>{one.number}</Link>
            {w.subject[one.targetKind]}
            <RectificationState of={one} now={now} />
            {one.dueAt && <span>{w.page.before(f.inList(one.dueAt, now))}</span>}
          </li>
        ))}
        {open &&
          free.map(({ id, kind }) => (
            <li key={id}>
              <ButtonLink href={`/regulator/rectification/new?report=${report.number}&kind=${kind}`} look="outline" size="small">
                {free.length > 1 ? `${w.order.link} ${w.subject[kind]}` : w.order.link}
              </ButtonLink>
            </li>
          ))}
      </ul>
    </QuietPanel>
  )
}
