import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { CHAPTERS, Chapters } from '@/app/_components/rulebook/chapters'
import { said } from '@/app/_components/rulebook/read'
import { WorkflowDrawing } from '@/app/_components/rulebook/workflow-drawing'
import { WorkflowSteps } from '@/app/_components/rulebook/workflow-steps'
import { workflowOf } from '@/app/_components/rulebook/workflows'
import { words } from '@/app/_server/locale'
import { PageHead } from '@/app/_ui/heads'

type Params = { params: Promise<{ noun: string }> }

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const found = workflowOf((await params).noun)
  const c = (await words()).rulebook.workflow
  return { title: found ? c.noun[found.noun] : c.title }
}

/** One workflow: drawn, step by step, and what waits for whom. */
export default async function Page({ params }: Params) {
  const found = workflowOf((await params).noun)
  if (!found) notFound()
  const { noun, workflow } = found
  const { w, book } = await said()
  const c = w.rulebook.workflow
  return (
    <>
      <PageHead
        crumbs={[{ label: c.title, href: CHAPTERS.workflow }, { label: c.noun[noun] }]}
        crumbsLabel={w.shell.location}
        title={c.noun[noun]}
        line={workflow.prefix && c.number(workflow.prefix)}
        large
      />
      <Chapters current="workflow" />
      <div className="pt-5">
        <WorkflowDrawing noun={noun} workflow={workflow} />
        <p className="pt-2 pb-6 text-13 text-ink-2">{c.diagramHint}</p>
        <WorkflowSteps noun={noun} workflow={workflow} book={book} />
      </div>
    </>
  )
}
