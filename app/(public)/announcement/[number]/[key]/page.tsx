import type { Metadata } from 'next'
import { AnnouncedRows } from '@/app/_components/announcement/announced-rows'
import { words } from '@/app/_server/locale'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).announcement.rows.title })

type Props = { params: Promise<{ number: string; key: string }>; searchParams: Promise<{ after?: string }> }

export default async function Page({ params, searchParams }: Props) {
  const { number, key } = await params
  return <AnnouncedRows number={number} wanted={key} after={(await searchParams).after} />
}
