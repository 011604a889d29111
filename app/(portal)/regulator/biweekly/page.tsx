import type { Metadata } from 'next'
import type { Sent } from '@/app/_components/biweekly/board-filter'
import { ReportBoard } from '@/app/_components/biweekly/board-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).biweekly.title })

export default async function Page({ searchParams }: { searchParams: Promise<Sent> }) {
  const actor = await currentActor('national.approver', 'national.reviewer', 'province.reviewer', 'admin')
  return <ReportBoard actor={actor} sent={await searchParams} />
}
