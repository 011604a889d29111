import { words } from '@/app/_server/locale'
import { Tabs } from '@/app/_ui/tabs'

export const CHAPTERS = {
  home: '/rulebook',
  item: '/rulebook/item',
  tier: '/rulebook/tier',
  measure: '/rulebook/measure',
  deadline: '/rulebook/deadline',
  calendar: '/rulebook/calendar',
  workflow: '/rulebook/workflow',
  source: '/rulebook/source',
} as const
export type Chapter = keyof typeof CHAPTERS

/** The chapters of the rulebook, beside each other. */
export async function Chapters({ current }: { current: Chapter }) {
  const { rulebook: w } = await words()
  return (
    <Tabs
      label={w.nav.label}
      items={(Object.keys(CHAPTERS) as Chapter[]).map((chapter) => ({
        href: CHAPTERS[chapter],
        label: w.nav[chapter],
        current: chapter === current,
      }))}
    />
  )
}
