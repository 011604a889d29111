import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CoveragePage } from '@/app/_components/inspection/coverage-page'
import type { Asked } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).inspection.coverage.title })

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('association.monitor', 'admin')
  if (actor.kind !== 'association') notFound()
  return <CoveragePage workplace="association" actor={actor} sent={await searchParams} />
}
