import type { Metadata } from 'next'
import { ReportList } from '@/app/_components/biweekly/list-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).biweekly.title })

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> }

export default async function Page({ searchParams }: Props) {
  return <ReportList actor={await currentActor('platform.moderator', 'platform.compliance', 'admin')} sent={await searchParams} />
}
