import { notFound } from 'next/navigation'
import { called } from '@/app/_components/organization/called'
import { SubjectName } from '@/app/_components/violation/subject-name'
import { workplaceOf } from '@/app/_server/home'
import { format, words } from '@/app/_server/locale'
import { signedIn } from '@/app/_server/session'
import { Clock, StoppedClock } from '@/app/_ui/clock'
import { PageHead, Section } from '@/app/_ui/heads'
import { CaseLayout } from '@/app/_ui/step-panel'
import type { Kind } from '@/lib/kernel/actor'
import { CaseFacts } from './case-facts'
import { CaseHistory } from './case-history'
import { CaseNotes } from './case-notes'
import { CaseSteps } from './case-steps'
import { findRectification } from './find-rectification'
import { RectificationState } from './rectification-state'
import { TaskTable } from './task-table'
import { Turns } from './turns'

/** A rectification under its number: what to change and where, what was handed in and what was said of it, as far as its reader may know. */
export async function RectificationCase({ number, query }: { number: string; query: Record<string, string | undefined> }) {
  const { actor } = await signedIn()
  const found = await findRectification(actor, number)
  if (!found) notFound()
  const { state, dueAt, now, opener, tasks } = found
  const [{ rectification: w, shell }, f, name] = [await words(), await format(), await called()]
  const runs = state === 'ordered' || state === 'returned'
  const clock =
    runs && dueAt ? (
      <Clock due={dueAt.toISOString()} now={now.toISOString()} words={shell.clock} when={w.page.before(f.inList(dueAt, now))} />
    ) : state === 'handed_in' ? (
      <StoppedClock text={w.page.stopped(f.span((found.clockLeft ?? 0) * 1000))} reason={w.page.stoppedWhy} />
    ) : null
  return (
    <>
      <PageHead
        crumbs={[{ label: w.title, href: `/${workplaceOf(actor.kind as Kind)}/rectification` }, { label: number }]}
        crumbsLabel={shell.location}
        title={<SubjectName kind={found.targetKind} name={found.title} />}
        state={<RectificationState of={found} now={now} pill />}
        line={
          <>
            {w.page.line(name(opener) || w.page.somebody, f.inList(found.openedAt, now))} {clock}
          </>
        }
        time={shell.beijing(f.instant(now))}
      />
      <CaseNotes found={found} actor={actor} />
      <CaseLayout
        lead={
          <Section id="tasks" title={w.page.tasks} aside={w.page.tasksAside(tasks.length)}>
            <TaskTable found={found} />
          </Section>
        }
        aside={<CaseSteps found={found} actor={actor} query={query} />}
      >
        <Section id="turns" title={w.page.turns} aside={w.page.newestFirst}>
          <Turns found={found} />
        </Section>
        <Section id="facts" title={w.page.facts.basis}>
          <CaseFacts found={found} />
        </Section>
        <Section id="history" title={w.page.history} aside={w.page.newestFirst}>
          <CaseHistory found={found} />
        </Section>
      </CaseLayout>
    </>
  )
}
