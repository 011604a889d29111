import type { Metadata } from 'next'
import type { Sent } from '@/app/_components/rectification/list-filter'
import { RectificationList } from '@/app/_components/rectification/list-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rectification.title })

export default async function Page({ searchParams }: { searchParams: Promise<Sent> }) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  return <RectificationList workplace="platform" actor={actor} sent={await searchParams} />
}
