import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { miniPrograms, placements, platformAccounts, subjectNames } from '@/db/schema'
import { newId } from '../../kernel/id'
import type { SubjectKind } from '../workflow'

/** A mini-program by its platform and app id, as people name it; known ones keep their first name unless their own platform renames them. */
export type MiniProgramNamed = { platformId: string; appId: string; name: string }
export type AccountNamed = { platformId: string; accountId: string; handle: string }

/** Where a platform's own id of a subject stands, and what people call it. */
const NOTED = {
  mini_program: { table: miniPrograms, code: miniPrograms.appId, name: miniPrograms.name },
  account: { table: platformAccounts, code: platformAccounts.accountId, name: platformAccounts.handle },
} as const

/**
 * Many subjects of one platform by its ids, noted where they are new. Their own platform gives them other names; those they had are
 * kept, with the instant until which they had them.
 */
async function note(act: Act, kind: SubjectKind, platformId: string, named: ReadonlyMap<string, string>): Promise<Map<string, string>> {
  const { table, code, name } = NOTED[kind]
  const [codeColumn, nameColumn] = [sql.identifier(code.name), sql.identifier(name.name)]
  const rows = JSON.stringify([...named].map(([one, called]) => ({ id: newId(), code: one, called })))
  const given = sql`json_to_recordset(${rows}::json) as given (id uuid, code text, called text)`
  const now = sql`${act.now.toISOString()}::timestamptz`
  await act.tx.execute(sql`insert into ${table} (id, platform_id, ${codeColumn}, ${nameColumn}, created_at)
    select given.id, ${platformId}, given.code, given.called, ${now} from ${given} on conflict do nothing`)
  if (act.actor.organizationId === platformId) {
    const renamed = sql`${table.platformId} = ${platformId} and ${code} = given.code and ${name} <> given.called`
    await act.tx.execute(sql`insert into ${subjectNames} (subject_id, platform_id, name, until_at)
      select ${table.id}, ${platformId}, ${name}, ${now} from ${table}, ${given} where ${renamed} order by ${table.id}
      for update of ${table} on conflict do nothing`)
    await act.tx.execute(sql`update ${table} set ${nameColumn} = given.called from ${given} where ${renamed}`)
  }
  const found = await act.tx
    .select({ id: table.id, code })
    .from(table)
    .where(and(eq(table.platformId, platformId), inArray(code, [...named.keys()])))
  return new Map(found.map((one) => [one.code, one.id]))
}

/** Many mini-programs of one's own platform at once, by app id; the last name given counts. */
export const noteMiniPrograms = (act: Act, platformId: string, named: ReadonlyMap<string, string>) =>
  note(act, 'mini_program', platformId, named)
/** Many accounts of one's own platform at once, by account id; the last handle given counts. */
export const noteAccounts = (act: Act, platformId: string, named: ReadonlyMap<string, string>) => note(act, 'account', platformId, named)

/** The mini-program with this id on this platform, noted if it is new. Of twenty who note it at once, all get the same one. */
export const noteMiniProgram = async (act: Act, { platformId, appId, name }: MiniProgramNamed): Promise<string> =>
  (await noteMiniPrograms(act, platformId, new Map([[appId, name]]))).get(appId)!
/** The account with this id on this platform, noted if it is new; its handle is its own platform's to change. */
export const noteAccount = async (act: Act, { platformId, accountId, handle }: AccountNamed): Promise<string> =>
  (await noteAccounts(act, platformId, new Map([[accountId, handle]]))).get(accountId)!

export type Placed = {
  dramaId: string
  platformId: string
  addresses: readonly string[]
  miniProgramId: string | null
  accountId: string | null
}

/** Where a work was seen: each address once for each work and platform. */
export async function notePlacements(act: Act, { dramaId, platformId, addresses, miniProgramId, accountId }: Placed) {
  if (addresses.length === 0) return
  const rows = addresses.map((address) => ({ id: newId(), dramaId, platformId, address, miniProgramId, accountId, seenAt: act.now }))
  await act.tx.insert(placements).values(rows).onConflictDoNothing()
}
