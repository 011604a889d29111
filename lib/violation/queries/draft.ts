import { and, eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { violationFilings, violations } from '@/db/schema'
import type { Actor } from '../../kernel/actor'
import { evidenceOf } from './evidence'

/** A draft in the hands of its own organization, as typed, with its files. */
export async function draftById(tx: Tx, actor: Actor, id: string) {
  const [found] = await tx
    .select({
      id: violations.id,
      version: violations.version,
      openedAt: violations.openedAt,
      draft: violationFilings.draft,
      filedByName: violationFilings.filedByName,
    })
    .from(violations)
    .innerJoin(violationFilings, eq(violationFilings.violationId, violations.id))
    .where(and(eq(violations.id, id), eq(violations.state, 'draft'), eq(violationFilings.filerId, actor.organizationId!)))
  return found ? { ...found, draft: found.draft ?? {}, evidence: await evidenceOf(tx, id) } : null
}

/** The number under which a draft was filed meanwhile, for whoever still holds its address. */
export async function numberOfFiled(tx: Tx, actor: Actor, id: string): Promise<string | null> {
  const [found] = await tx
    .select({ number: violations.number })
    .from(violations)
    .innerJoin(violationFilings, eq(violationFilings.violationId, violations.id))
    .where(and(eq(violations.id, id), eq(violationFilings.filerId, actor.organizationId!)))
  return found?.number ?? null
}
