import { and, eq, inArray } from 'drizzle-orm'
import { type Act, type ActEvent, advance } from '@/db/act'
import { violationFilings, violationSubjects, violations } from '@/db/schema'
import { violationWorkflow } from './workflow'

type Report = typeof violations.$inferSelect

/** Why the root was decided as it was, in the reviewer's words. */
async function reasonOf(act: Act, root: Report, event: ActEvent): Promise<string> {
  const said = event.subjectId === root.id ? event.words.find(({ field }) => field === 'reason')?.words : undefined
  if (said) return said
  const [subject] = await act.tx
    .select({ reason: violationSubjects.reason })
    .from(violationSubjects)
    .where(eq(violationSubjects.violationId, root.id))
  return subject?.reason ?? ''
}

/** The root's outcome is everyone's: each report that was merged into it is told the outcome and its reason. */
export async function concludeMerged(act: Act, event: ActEvent) {
  const of = event.name === 'violation.merged' ? eq(violations.id, event.subjectId) : eq(violations.rootId, event.subjectId)
  const children = await act.tx
    .select()
    .from(violations)
    .where(and(of, eq(violations.state, 'merged')))
    .orderBy(violations.id)
    .for('update')
  if (children.length === 0) return
  const [root] = await act.tx.select().from(violations).where(eq(violations.id, children[0]!.rootId!))
  if (!root?.outcome) return
  const words = await reasonOf(act, root, event)
  const filings = await act.tx
    .select({ id: violationFilings.violationId, filerId: violationFilings.filerId })
    .from(violationFilings)
    .where(
      inArray(
        violationFilings.violationId,
        children.map(({ id }) => id),
      ),
    )
  for (const child of children) {
    const to = filings.find(({ id }) => id === child.id)?.filerId
    const { outcome, severity, decidedAt } = root
    const moved = await advance(
      act,
      violations,
      violationWorkflow,
      'conclude',
      { ...child, filerId: null },
      {
        set: { outcome, severity, decidedAt },
        detail: { outcome, severity },
        words: words ? [{ field: 'reason', words, audience: 'parties', to }] : [],
      },
    )
    if (!moved.ok) throw new Error(`a merged report was not concluded: ${moved.code}`)
  }
}
