import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CampaignList } from '@/app/_components/campaign/list-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).campaign.title })

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  if (actor.kind !== 'platform') notFound()
  return <CampaignList workplace="platform" actor={actor} after={(await searchParams).after} />
}
