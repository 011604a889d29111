import type { Metadata } from 'next'
import { CHAPTERS, Chapters } from '@/app/_components/rulebook/chapters'
import { type Noun, WORKFLOWS } from '@/app/_components/rulebook/workflows'
import { words } from '@/app/_server/locale'
import { PageHead, Section } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rulebook.workflow.title })

/** All workflows, each with the way to its drawing. */
export default async function Page() {
  const { rulebook: w } = await words()
  const c = w.workflow
  return (
    <>
      <PageHead title={c.title} line={c.lead} large />
      <Chapters current="workflow" />
      <div className="grid gap-x-10 gap-y-2 pt-6 wide:grid-cols-2">
        {(Object.keys(WORKFLOWS) as (keyof typeof WORKFLOWS)[]).map((group) => (
          <Section key={group} id={group} title={c.groups[group]}>
            <ul className="border-t-[1.5px] border-rule">
              {Object.entries(WORKFLOWS[group]).map(([noun, workflow]) => (
                <li key={noun} className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line px-2 py-2">
                  <Link href={`${CHAPTERS.workflow}/${noun}`} className="font-bold">
                    {c.noun[noun as Noun]}
                  </Link>
                  <span className="text-13 text-ink-2">
                    {c.shape(workflow.states.length, Object.keys(workflow.openings).length + Object.keys(workflow.steps).length)}
                  </span>
                </li>
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </>
  )
}
