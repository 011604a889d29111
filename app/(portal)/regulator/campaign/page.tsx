import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CampaignList } from '@/app/_components/campaign/list-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).campaign.title })

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const actor = await currentActor('national.approver', 'national.reviewer', 'province.reviewer', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  return <CampaignList workplace="regulator" actor={actor} after={(await searchParams).after} />
}
