import type { Metadata } from 'next'
import { PublishedAnnouncements } from '@/app/_components/announcement/published'
import { words } from '@/app/_server/locale'

export const generateMetadata = async (): Promise<Metadata> => ({
  title: (await words()).announcement.public.title,
  alternates: { types: { 'application/atom+xml': '/announcement/feed' } },
})

export default async function Page({ searchParams }: { searchParams: Promise<{ after?: string; issuer?: string }> }) {
  return <PublishedAnnouncements sent={await searchParams} />
}
