import type { Metadata } from 'next'
import { NewPlan } from '@/app/_components/inspection/plan-new'
import { words } from '@/app/_server/locale'
import { currentActor } from '@/app/_server/session'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).inspection.plan.new })

export default async function Page() {
  return <NewPlan actor={await currentActor('association.monitor')} />
}
