import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

export type Basis = { bureauId: string; dramaIds: string[]; codes: string[]; severity: number | null; decidedAt: Date | null }

/** What was upheld against works by this report or the one it was merged into; nothing where the actor may not propose for it. */
export async function upheldBasis(tx: Tx, violationId: string): Promise<Basis | null> {
  const rows = await tx.execute<{ dramaId: string; bureauId: string; code: string; severity: number | null; decidedAt: string | null }>(
    sql`select drama_id as "dramaId", bureau_id as "bureauId", code, severity, decided_at as "decidedAt" from upheld_basis(${violationId})`,
  )
  const [first] = rows
  if (!first) return null
  return {
    bureauId: first.bureauId,
    dramaIds: [...new Set(rows.map(({ dramaId }) => dramaId))],
    codes: [...new Set(rows.map(({ code }) => code))].sort(),
    severity: rows.reduce<number | null>((most, { severity }) => (severity === null ? most : Math.max(most ?? 0, severity)), null),
    decidedAt: first.decidedAt ? new Date(first.decidedAt) : null,
  }
}
