import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Sent } from '@/app/_components/overview/ask'
import { OverviewPage } from '@/app/_components/overview/overview-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).overview.title })

export default async function Page({ searchParams }: { searchParams: Promise<Sent> }) {
  const actor = await currentActor('association.monitor', 'admin')
  if (actor.kind !== 'association') notFound()
  return <OverviewPage workplace="association" actor={actor} sent={await searchParams} />
}
