import type { Metadata } from 'next'
import type { Sent } from '@/app/_components/blacklist/list-filter'
import { EntryList } from '@/app/_components/blacklist/list-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).blacklist.title })

export default async function Page({ searchParams }: { searchParams: Promise<Sent> }) {
  const actor = await currentActor('national.approver', 'national.reviewer', 'province.reviewer', 'admin')
  return <EntryList workplace="regulator" actor={actor} sent={await searchParams} />
}
