import type { Metadata } from 'next'
import { QueuePage } from '@/app/_components/desk/queue-page'
import type { Asked } from '@/app/_server/listing'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).desk.title })

export default async function Page({ searchParams }: { searchParams: Promise<Asked> }) {
  const actor = await currentActor('creator.editor', 'creator.signatory', 'admin')
  return <QueuePage workplace="creator" actor={actor} query={await searchParams} />
}
