import { format, words } from '@/app/_server/locale'
import { dayOf } from '@/lib/kernel/time'
import type { Filing } from '@/lib/registration/queries/case'
import type { Passed } from '@/lib/registration/rules/passed'

type Standing = Pick<Filing, 'state' | 'submittedAt' | 'decidedAt' | 'dueAt'>
type Shown = { filing: Standing; organ: string; objections: number; passed: Passed; platform?: string; provisional: boolean }

/** Who has it and since when, in a line. */
export async function FilingLine({ filing, organ, objections, passed, platform, provisional }: Shown) {
  const [w, f] = await Promise.all([words(), format()])
  const { line } = w.registration.filing
  const { state, submittedAt, decidedAt, dueAt } = filing
  const day = (instant: Date | null) => (instant ? f.day(dayOf(instant)) : '')
  const text = {
    draft: '',
    submitted: line.submitted(organ, day(submittedAt)),
    returned: line.returned(passed.sentBack ? w.registration.organ.national : organ, day(passed.returnedAt), objections),
    forwarded: line.forwarded(organ, day(submittedAt)),
    offered: line.offered(day(submittedAt)),
    registered: platform ? line.recorded(platform, day(decidedAt)) : line.decided(organ, day(decidedAt)),
    published: line.decided(w.registration.organ.national, day(decidedAt)),
    refused: line.decided(passed.reviewedAt ? w.registration.organ.national : organ, day(decidedAt)),
    withdrawn: line.withdrawn,
    suspended: line.suspended,
  }[state]
  return (
    <>
      {text}
      {dueAt && (state === 'submitted' || state === 'forwarded') && ` ${w.registration.filing.due(f.instant(dueAt))}`}
      {dueAt && provisional && <span className="block text-13">{w.registration.clock.provisional}</span>}
    </>
  )
}
