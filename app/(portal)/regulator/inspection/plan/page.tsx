import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { PlanList } from '@/app/_components/inspection/plan-list'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).inspection.plan.title })

export default async function Page() {
  const actor = await currentActor('national.reviewer', 'national.approver', 'province.reviewer', 'admin')
  if (actor.kind !== 'national') notFound()
  return <PlanList workplace="regulator" actor={actor} />
}
