import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OwnItems } from '@/app/_components/inspection/own-items'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).inspection.own.title })

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string }> }) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  if (actor.kind !== 'platform') notFound()
  return <OwnItems actor={actor} after={(await searchParams).after} />
}
