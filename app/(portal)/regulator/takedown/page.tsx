import type { Metadata } from 'next'
import type { Sent } from '@/app/_components/takedown/list-filter'
import { OrderList } from '@/app/_components/takedown/list-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).takedown.title })

export default async function Page({ searchParams }: { searchParams: Promise<Sent> }) {
  const actor = await currentActor('national.approver', 'national.reviewer', 'province.reviewer', 'admin')
  return <OrderList workplace="regulator" actor={actor} sent={await searchParams} />
}
