import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CampaignDraft } from '@/app/_components/campaign/draft-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).campaign.draft.title })

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

export default async function Page({ params }: { params: Promise<{ id: string }> }) {
  const actor = await currentActor('national.approver', 'national.reviewer')
  const { id } = await params
  if (!UUID.test(id)) notFound()
  return <CampaignDraft actor={actor} id={id} />
}
