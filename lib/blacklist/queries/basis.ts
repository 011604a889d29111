import { sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'

export type Basis = {
  bureauId: string
  dramaIds: string[]
  miniProgramIds: string[]
  codes: string[]
  severity: number | null
  decidedAt: Date | null
}

type Upheld = {
  dramaId: string | null
  miniProgramId: string | null
  bureauId: string
  code: string
  severity: number | null
  decidedAt: string | null
}

/** What was upheld against works and mini-programs by this report or the one it was merged into; nothing where the actor may not propose for it. */
export async function upheldBasis(tx: Tx, violationId: string): Promise<Basis | null> {
  const rows = await tx.execute<Upheld>(
    sql`select drama_id as "dramaId", mini_program_id as "miniProgramId", bureau_id as "bureauId", code, severity, decided_at as "decidedAt" from upheld_basis(${violationId})`,
  )
  const [first] = rows
  if (!first) return null
  return {
    bureauId: first.bureauId,
    dramaIds: [...new Set(rows.flatMap(({ dramaId }) => dramaId ?? []))],
    miniProgramIds: [...new Set(rows.flatMap(({ miniProgramId }) => miniProgramId ?? []))],
    codes: [...new Set(rows.map(({ code }) => code))].sort(),
    severity: rows.reduce<number | null>((most, { severity }) => (severity === null ? most : Math.max(most ?? 0, severity)), null),
    decidedAt: first.decidedAt ? new Date(first.decidedAt) : null,
  }
}

/** The active entry of each of these works and mini-programs, whether or not the reader may see it. */
export async function activeEntriesOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string>> {
  const rows = await tx.execute<{ subjectId: string; entryId: string }>(
    sql`select subject_id as "subjectId", entry_id as "entryId" from active_entries_of(${sql.param([...ids])}::uuid[])`,
  )
  return new Map(rows.map(({ subjectId, entryId }) => [subjectId, entryId]))
}
