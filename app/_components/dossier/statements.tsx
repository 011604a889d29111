import { format, words } from '@/app/_server/locale'
import { Section } from '@/app/_ui/heads'
import { Timeline } from '@/app/_ui/timeline'
import type { Statement } from '@/lib/dossier/queries/subject'

/** What a platform has stated over time; what it replaced is kept. */
export async function Statements({ statements }: { statements: Statement[] }) {
  const [{ dossier: w, shell }, f] = [await words(), await format()]
  return (
    <Section id="statements" title={w.subject.statements} aside={shell.list.newestFirst}>
      <Timeline
        items={statements.map(({ id, state, openedAt, operatorName, by }) => ({
          key: id,
          at: openedAt.toISOString(),
          when: f.dayOfInstant(openedAt),
          title: w.subject.statement(operatorName),
          who: [by, state === 'standing' ? w.subject.standing : w.subject.replaced].filter(Boolean).join(' · '),
        }))}
      />
    </Section>
  )
}
