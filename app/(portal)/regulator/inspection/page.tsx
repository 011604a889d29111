import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import type { Sent } from '@/app/_components/inspection/list-filter'
import { SheetList } from '@/app/_components/inspection/sheet-list'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).inspection.title })

export default async function Page({ searchParams }: { searchParams: Promise<Sent> }) {
  const actor = await currentActor('national.reviewer', 'national.approver', 'province.reviewer', 'admin')
  if (actor.kind !== 'national' && actor.kind !== 'province') notFound()
  return <SheetList workplace="regulator" actor={actor} sent={await searchParams} />
}
