import type { Metadata } from 'next'
import { PublishedFigures } from '@/app/_components/campaign/published'
import { words } from '@/app/_server/locale'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).campaign.published.title })

export default function Page() {
  return <PublishedFigures />
}
