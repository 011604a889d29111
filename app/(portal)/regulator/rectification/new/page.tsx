import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { OrderPage } from '@/app/_components/rectification/order-page'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'
import { SUBJECTS } from '@/lib/rectification/workflow'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rectification.order.title })

/** What a bureau orders to be mended, on a report that it upheld. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | string[] | undefined>> }) {
  const actor = await currentActor('province.reviewer', 'national.reviewer')
  const { report, kind } = await searchParams
  const subject = SUBJECTS.find((one) => one === kind)
  if (typeof report !== 'string' || !subject) notFound()
  return <OrderPage actor={actor} report={report} kind={subject} />
}
