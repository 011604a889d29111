import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import type { Tx } from '@/db/client'
import { dramas, miniPrograms, platformAccounts, violationSubjects, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { cursorOf, cut, type Page, readCursor } from '../../kernel/page'
import type { SubjectKind } from '../rules'

const PAGE = 50
export type UpheldRow = { id: string; number: string; kind: SubjectKind; title: string; severity: number | null; decidedAt: Date }

/** Reports upheld against the creator's own works, mini-programs and accounts, newest first, 50 a page. */
export async function upheldAgainst(tx: Tx, actor: Actor, after?: string): Promise<Page<UpheldRow>> {
  const me = actor.organizationId!
  const from = readCursor(after)
  const runs = (operatorId: AnyPgColumn) => sql`${operatorId} = (select own_operator())`
  const upheld = () => tx.select({ id: violationSubjects.violationId }).from(violationSubjects)
  const isUpheld = eq(violationSubjects.outcome, 'upheld')
  // One list for each kind, so that each begins at what is the creator's own and not at all that was ever reported.
  const concerned = upheld()
    .innerJoin(dramas, eq(dramas.id, violationSubjects.dramaId))
    .where(and(eq(dramas.producerId, me), isUpheld))
    .union(
      upheld()
        .innerJoin(miniPrograms, eq(miniPrograms.id, violationSubjects.miniProgramId))
        .where(and(runs(miniPrograms.operatorId), isUpheld)),
    )
    .union(
      upheld()
        .innerJoin(platformAccounts, eq(platformAccounts.id, violationSubjects.accountId))
        .where(and(runs(platformAccounts.operatorId), isUpheld)),
    )
  const rows = await tx
    .select({ id: violations.id, number: violations.number, decidedAt: violations.decidedAt })
    .from(violations)
    .where(
      and(
        inArray(violations.id, concerned),
        eq(violations.state, 'upheld'),
        from && from.at !== 'infinity'
          ? sql`(${violations.decidedAt}, ${violations.id}) < (${from.at}::timestamptz, ${from.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(desc(violations.decidedAt), desc(violations.id))
    .limit(PAGE + 1)
  const page = cut(rows, PAGE, ({ decidedAt, id }) => cursorOf(decidedAt!, id))
  const subjects = page.rows.length
    ? await tx
        .select({
          violationId: violationSubjects.violationId,
          kind: violationSubjects.kind,
          severity: violationSubjects.severity,
          name: sql<string>`coalesce(${dramas.title}, ${miniPrograms.name}, ${platformAccounts.handle}, '')`,
        })
        .from(violationSubjects)
        .leftJoin(dramas, eq(dramas.id, violationSubjects.dramaId))
        .leftJoin(miniPrograms, eq(miniPrograms.id, violationSubjects.miniProgramId))
        .leftJoin(platformAccounts, eq(platformAccounts.id, violationSubjects.accountId))
        .where(
          inArray(
            violationSubjects.violationId,
            page.rows.map(({ id }) => id),
          ),
        )
    : []
  return {
    next: page.next,
    rows: page.rows.map(({ id, number, decidedAt }) => {
      const mine = subjects.filter(({ violationId }) => violationId === id)
      return {
        id,
        number: number!,
        decidedAt: decidedAt!,
        kind: mine[0]?.kind ?? 'drama',
        title: mine[0]?.name ?? '',
        severity: Math.max(0, ...mine.map(({ severity }) => severity ?? 0)) || null,
      }
    }),
  }
}
