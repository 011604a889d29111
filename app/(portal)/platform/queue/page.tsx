import type { Metadata } from 'next'
import { OwnReports } from '@/app/_components/desk/own-reports'
import { QueuePage } from '@/app/_components/desk/queue-page'
import { EndingSoon } from '@/app/_components/penalty/ending-soon'
import type { Asked } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).desk.title })

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('platform.moderator', 'platform.compliance', 'admin')
  return (
    <QueuePage workplace="platform" actor={actor} query={await searchParams}>
      <OwnReports workplace="platform" actor={actor} />
      <EndingSoon actor={actor} />
    </QueuePage>
  )
}
