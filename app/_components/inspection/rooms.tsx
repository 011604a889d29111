import { words } from '@/app/_server/locale'
import { Tabs } from '@/app/_ui/tabs'

export type Workplace = 'association' | 'regulator'

/** The three rooms of the daily monitoring, and what is published of it. */
export async function Rooms({ workplace, here }: { workplace: Workplace; here: 'sheets' | 'plans' | 'coverage' }) {
  const { inspection: w } = await words()
  const path = `/${workplace}/inspection`
  return (
    <Tabs
      label={w.title}
      items={[
        { href: path, label: w.list.toSheets, current: here === 'sheets' },
        { href: `${path}/plan`, label: w.list.toPlans, current: here === 'plans' },
        { href: `${path}/coverage`, label: w.list.toCoverage, current: here === 'coverage' },
        { href: '/inspection', label: w.list.toProof },
      ]}
    />
  )
}
