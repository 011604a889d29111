import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AnnouncementList } from '@/app/_components/announcement/list-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).announcement.title })

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const actor = await currentActor('national.approver', 'national.reviewer')
  if (actor.kind !== 'national') notFound()
  return <AnnouncementList workplace="regulator" actor={actor} after={(await searchParams).after} />
}
