import type { Metadata } from 'next'
import { ProposePage, type ProposeQuery } from '@/app/_components/blacklist/propose-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).blacklist.propose.title })

export default async function Page({ searchParams }: { searchParams: Promise<ProposeQuery> }) {
  const actor = await currentActor('platform.compliance')
  return <ProposePage workplace="platform" actor={actor} query={await searchParams} />
}
