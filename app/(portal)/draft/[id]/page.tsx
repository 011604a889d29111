import { notFound } from 'next/navigation'
import { AnnouncementDraft, isAnnouncementDraft } from '@/app/_components/announcement/draft-page'
import { GuidanceDraft } from '@/app/_components/guidance/draft-page'
import { isPlanDraft, PlanDraft } from '@/app/_components/inspection/plan-draft'
import { RegistrationDraft } from '@/app/_components/registration/draft-page'
import { ViolationDraft } from '@/app/_components/violation/draft-page'
import { words } from '@/app/_server/locale'
import { signedIn } from '@/app/_server/session'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export async function generateMetadata() {
  return { title: (await words()).registration.state.draft }
}

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ refused?: string; limit?: string; saved?: string }> }

/** Where a draft lives, of whatever noun: creators write filings, platforms and CNSA reports, CNSA plans, regulators guidance, all but creators announcements. */
export default async function Page({ params, searchParams }: Props) {
  const [{ id }, { refused, limit, saved }] = await Promise.all([params, searchParams])
  const { actor, member } = await signedIn()
  if (!UUID.test(id)) notFound()
  if (member.kind === 'creator') return <RegistrationDraft id={id} refused={refused ? { code: refused, limit } : undefined} />
  if (await isAnnouncementDraft(actor, id)) return <AnnouncementDraft actor={actor} id={id} />
  if (member.kind === 'association' && (await isPlanDraft(actor, id))) return <PlanDraft id={id} />
  if (member.kind === 'platform' || member.kind === 'association') return <ViolationDraft id={id} />
  if (member.kind === 'province' || member.kind === 'national') return <GuidanceDraft id={id} saved={saved === '1'} />
  notFound()
}
