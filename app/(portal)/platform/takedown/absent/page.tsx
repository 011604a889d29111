import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { AbsentPage } from '@/app/_components/takedown/absent-page'
import type { Asked } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).takedown.many.title })

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('platform.moderator', 'platform.compliance')
  if (actor.kind !== 'platform') notFound()
  return <AbsentPage actor={actor} asked={await searchParams} />
}
