import { eq } from 'drizzle-orm'
import { type Act, hold } from '@/db/act'
import { violationFilings, violations } from '@/db/schema'
import { type Outcome, ok, refuse } from '../../kernel/outcome'

/** Locks a report, and who filed it as far as the actor may know: to a stranger of the filer its steps do not exist. */
export async function holdReport(act: Act, id: string, version?: number) {
  const held = await hold(act, violations, id, version)
  if (!held.ok) return held
  const [filing] = await act.tx.select().from(violationFilings).where(eq(violationFilings.violationId, id))
  return ok({ ...held.value, filerId: filing?.filerId ?? null, draft: filing?.draft ?? null })
}
export type HeldReport = Extract<Awaited<ReturnType<typeof holdReport>>, { ok: true }>['value']

/** The same of a draft, as whoever writes it saw it, or whichever it is now: what changed it meanwhile is another window. Refusals: not_found, draft_stale, stale. */
export async function holdDraft(
  act: Act,
  id: string,
  version?: number,
): Promise<Outcome<HeldReport, 'not_found' | 'stale' | 'draft_stale'>> {
  const held = await holdReport(act, id)
  if (!held.ok || version === undefined || held.value.version === version) return held
  return refuse(held.value.state === 'draft' ? 'draft_stale' : 'stale')
}
