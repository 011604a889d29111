import { words } from '@/app/_server/locale'
import { Tabs } from '@/app/_ui/tabs'

const PAGES = {
  home: '/guidance',
  class: '/guidance/class',
  title: '/guidance/title',
  library: '/guidance/library',
  question: '/guidance/question',
} as const

/** The pages of the guidance, beside each other. */
export async function GuidanceNav({ current }: { current: keyof typeof PAGES }) {
  const { guidance: w } = await words()
  return (
    <Tabs
      label={w.nav.label}
      items={(Object.keys(PAGES) as (keyof typeof PAGES)[]).map((page) => ({
        href: PAGES[page],
        label: w.nav[page],
        current: page === current,
      }))}
    />
  )
}
