import { eq } from 'drizzle-orm'
import { type Act, hold } from '@/db/act'
import { violationFilings, violations } from '@/db/schema'
import { ok } from '../../kernel/outcome'

/** Locks a report, and who filed it as far as the actor may know: to a stranger of the filer its steps do not exist. */
export async function holdReport(act: Act, id: string, version?: number) {
  const held = await hold(act, violations, id, version)
  if (!held.ok) return held
  const [filing] = await act.tx.select().from(violationFilings).where(eq(violationFilings.violationId, id))
  return ok({ ...held.value, filerId: filing?.filerId ?? null, draft: filing?.draft ?? null })
}
export type HeldReport = Extract<Awaited<ReturnType<typeof holdReport>>, { ok: true }>['value']
