import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CoveragePage } from '@/app/_components/inspection/coverage-page'
import type { Asked } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).inspection.coverage.title })

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('national.reviewer', 'national.approver', 'province.reviewer', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  return <CoveragePage workplace="regulator" actor={actor} sent={await searchParams} />
}
