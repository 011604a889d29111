import { called } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { StickyAct } from '@/app/_ui/sticky-act'
import type { CaseView } from './case-view'
import { CreatorSteps } from './creator-steps'
import { PlatformSteps } from './platform-steps'
import { ReviewerSteps, reviewStepsOf } from './reviewer-steps'

const FORWARD = ['approve', 'forward', 'publish'] as const

/** Has this reader a panel beside the filing? Others only read. */
export const hasAside = ({ relation, filing }: CaseView) => (relation === 'regulator' ? filing.class !== 3 : filing.issuerId === null)

/** What is the reader's to do, and on a narrow screen the way to it. */
export async function CaseAside({ view, organ }: { view: CaseView; organ: string }) {
  const w = await words()
  const { filing, work, relation, actor, names, numbers, objections, passed, book } = view
  const listed = work.listedCount > 0
  if (relation === 'creator') {
    const returned = filing.state === 'returned' ? objections : null
    return (
      <>
        <CreatorSteps
          filing={filing}
          actor={actor}
          organ={organ}
          reasons={returned?.reasons ?? []}
          before={returned?.before}
          after={returned?.after}
        />
        {returned && <StickyAct label={w.registration.filing.resubmit(organ)} />}
      </>
    )
  }
  if (relation === 'regulator') {
    const issuer = book.regulators.find(({ zh }) => zh === names.get(filing.bureauId)?.name)?.shortZh ?? ''
    const next = listed ? undefined : FORWARD.find((step) => reviewStepsOf(filing, actor).includes(step))
    return (
      <>
        <ReviewerSteps filing={filing} actor={actor} organ={organ} issuer={issuer} listed={listed} passed={passed} />
        {next && <StickyAct label={w.registration.step[next]} />}
      </>
    )
  }
  const own = (await called())(names.get(actor.organizationId ?? ''))
  const recorded = numbers.some(({ issuerId }) => issuerId === actor.organizationId)
  return (
    <>
      <PlatformSteps filing={filing} actor={actor} platform={own} recorded={recorded} listed={listed} />
      {filing.state === 'offered' && !recorded && !listed && <StickyAct label={w.registration.filing.recordAct} />}
    </>
  )
}
