import type { Metadata } from 'next'
import { CHAPTERS, type Chapter, Chapters } from '@/app/_components/rulebook/chapters'
import { said, yearsOf } from '@/app/_components/rulebook/read'
import { WORKFLOWS } from '@/app/_components/rulebook/workflows'
import { words } from '@/app/_server/locale'
import { FilterBar } from '@/app/_ui/filter-bar'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rulebook.title })

/** What the house decides by, chapter by chapter. */
export default async function Page() {
  const { w, f, book } = await said()
  const c = w.rulebook
  const groups = book.taxonomy.filter(({ parent }) => !parent).length
  const years = yearsOf(book)
  const lines: Record<Exclude<Chapter, 'home'>, string> = {
    item: c.home.item(groups, book.taxonomy.length - groups),
    tier: c.home.tier(book.tiers.length),
    measure: c.home.measure(book.ladder.length, book.guide.length),
    deadline: c.home.deadline(book.deadlines.length),
    calendar: c.home.calendar(years[0]!, years.at(-1)!),
    workflow: c.home.workflow(Object.values(WORKFLOWS).reduce((sum, group) => sum + Object.keys(group).length, 0)),
    source: c.home.source(book.sources.length),
  }
  return (
    <>
      <PageHead title={c.title} line={c.lead} time={c.home.loaded(f.instant(book.loadedAt))} large />
      <Chapters current="home" />
      <FilterBar
        path={CHAPTERS.item}
        query={{}}
        label={c.home.find}
        search={{ name: 'q', label: c.home.find, placeholder: c.home.findPlaceholder, submit: c.find }}
      />
      <ul className="border-t-[1.5px] border-rule">
        {(Object.keys(lines) as (keyof typeof lines)[]).map((chapter) => (
          <li key={chapter} className="grid gap-x-6 border-b border-line px-2 py-3 desk:grid-cols-[12em_minmax(0,1fr)]">
            <Link href={CHAPTERS[chapter]} className="w-fit text-16 font-bold">
              {c.nav[chapter]}
            </Link>
            <span className="text-ink-2">{lines[chapter]}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
