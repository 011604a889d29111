import type { Metadata } from 'next'
import { BatchList, type Sent } from '@/app/_components/batch/list-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).batch.title })

export default async function Page({ searchParams }: { searchParams: Promise<Sent> }) {
  const actor = await currentActor('platform.compliance', 'platform.moderator', 'admin')
  return <BatchList workplace="platform" actor={actor} sent={await searchParams} />
}
