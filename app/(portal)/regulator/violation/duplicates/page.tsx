import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { DuplicatesPage } from '@/app/_components/violation/duplicates-page'
import type { Asked } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).violation.many.title })

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('province.reviewer', 'national.reviewer')
  if (actor.kind !== 'province' && actor.kind !== 'national') notFound()
  return <DuplicatesPage actor={actor} asked={await searchParams} />
}
