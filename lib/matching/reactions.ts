import { and, eq, inArray } from 'drizzle-orm'
import type { Act, ActEvent } from '@/db/act'
import { dramas, registerNames, registrations, reportedNames } from '@/db/schema'
import { keepFold } from '../drama/commands'
import { dayOf } from '../kernel/time'
import { fold } from './rules/fold'
import { keptName, type Name } from './rules/names'

type Work = typeof dramas.$inferSelect

const PUBLIC = ['registered', 'published', 'offered', 'suspended'] as const

async function publicNamesOf(act: Act, { id, code, title, aliases, listedCount }: Work): Promise<{ state: string; names: Name[] }> {
  const filings = await act.tx
    .select({ state: registrations.state, officialNumber: registrations.officialNumber })
    .from(registrations)
    .where(and(eq(registrations.dramaId, id), inArray(registrations.state, [...PUBLIC])))
  const state = listedCount > 0 ? 'listed' : (PUBLIC.find((one) => filings.some((filing) => filing.state === one)) ?? 'lifted')
  const numbers = [code, ...filings.flatMap(({ officialNumber }) => officialNumber ?? [])]
  const names: Name[] = [
    { kind: 'title', name: title },
    ...aliases.map((name) => ({ kind: 'alias' as const, name })),
    ...numbers.map((name) => ({ kind: 'number' as const, name })),
  ]
  return { state, names }
}

/** Keeps a work's folded title, and in the register the public names by which it is searched; a work that is not public has none. */
async function keepNames(act: Act, work: Work) {
  await keepFold(act, work.id, fold(work.title))
  await act.tx.delete(registerNames).where(eq(registerNames.dramaId, work.id))
  if (!work.publicSince) return
  await act.tx.delete(reportedNames).where(eq(reportedNames.dramaId, work.id))
  const { state, names } = await publicNamesOf(act, work)
  const since = dayOf(work.publicSince)
  const rows = names.map((name) => ({ dramaId: work.id, ...keptName(name), state, since }))
  await act.tx.insert(registerNames).values(rows).onConflictDoNothing()
}

const worksOf = (act: Act, ids: string[]) => act.tx.select().from(dramas).where(inArray(dramas.id, ids))

/** What a filing changes of its work's names. */
export async function nameFiled(act: Act, { subjectId }: ActEvent) {
  const [filing] = await act.tx.select({ dramaId: registrations.dramaId }).from(registrations).where(eq(registrations.id, subjectId))
  if (filing?.dramaId) for (const work of await worksOf(act, [filing.dramaId])) await keepNames(act, work)
}

/** Listed works are public, whoever filed them. */
export async function nameListed(act: Act, { detail }: ActEvent) {
  for (const work of await worksOf(act, (detail.dramaIds ?? []) as string[])) await keepNames(act, work)
}
