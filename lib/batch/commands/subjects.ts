import { and, asc, eq, inArray, sql } from 'drizzle-orm'
import type { Act } from '@/db/act'
import type { Tx } from '@/db/client'
import { dramas, miniPrograms, organizations, platformAccounts } from '@/db/schema'
import { noteAccounts, noteMiniPrograms } from '../../distribution/commands/note'
import { openWorks } from '../../drama/commands'
import { NATIONAL_ID } from '../../kernel/id'
import { nameReported } from '../../matching/commands'
import { fold } from '../../matching/rules/fold'
import { bureauIdOf } from '../../organization/commands/enroll'
import { normalNumber } from '../../registration/rules/number'
import type { SubjectKind } from '../../violation/rules'
import { isWork, type Work, worksByNumber } from '../queries/check'
import type { Entry } from '../rules/row'

export type Subject = { kind: SubjectKind; id: string; title: string; bureauId: string }

/** Where a platform is at home: the bureau of what nobody else's it is; 总局 where it is at home nowhere. */
export async function homeBureau(tx: Tx, platformId: string): Promise<string> {
  const [home] = await tx.select({ provinceCode: organizations.provinceCode }).from(organizations).where(eq(organizations.id, platformId))
  return home?.provinceCode ? bureauIdOf(home.provinceCode) : NATIONAL_ID
}

/** Rows without a number are about one work when title and producer are the same. */
const nameKey = (folded: string, maker: string | null) => `${folded}\n${maker ?? ''}`
const makerOf = (maker: string | null) => maker?.normalize('NFKC').replace(/\s+/g, '') ?? null

/** Works without a number that this filer has reported before, or that the register shows under the same title and producer. */
async function worksByName(tx: Tx, filerId: string, folds: readonly string[]): Promise<Map<string, Work>> {
  if (folds.length === 0) return new Map()
  const rows = await tx
    .select({
      id: dramas.id,
      title: dramas.title,
      folded: dramas.folded,
      maker: dramas.producerName,
      bureauId: dramas.bureauId,
      sameAsId: dramas.sameAsId,
    })
    .from(dramas)
    .where(
      and(
        inArray(dramas.folded, [...folds]),
        sql`((${dramas.origin} = 'reported' and drama_reported_by(${dramas.id}, ${filerId})) or (${dramas.publicSince} is not null and ${dramas.producerName} is not null))`,
      ),
    )
    .orderBy(asc(dramas.createdAt), asc(dramas.id))
  const found = new Map<string, Work>()
  for (const { folded, maker, sameAsId, ...work } of rows) {
    const key = nameKey(folded, makerOf(maker))
    if (!found.has(key)) found.set(key, { ...work, id: sameAsId ?? work.id })
  }
  return found
}

/** Producers that the portal knows, by their whole registered names. */
async function producersNamed(tx: Tx, names: readonly string[]) {
  if (names.length === 0) return new Map<string, { id: string; bureauId: string | null }>()
  const rows = await tx
    .select({ id: organizations.id, name: organizations.name, bureauId: organizations.bureauId })
    .from(organizations)
    .where(and(eq(organizations.kind, 'creator'), eq(organizations.state, 'accepted'), inArray(organizations.name, [...names])))
  return new Map(rows.map((row) => [row.name, row]))
}

/** Works that are there already: by the number that a row gives, else by what it calls them. */
async function worksKnown(tx: Tx, filerId: string, works: readonly Entry[]) {
  const byNumber = await worksByNumber(tx, works)
  const found = new Map<Entry, Work>()
  for (const entry of works) {
    const work = entry.number ? byNumber.get(normalNumber(entry.number)) : undefined
    if (work) found.set(entry, work)
  }
  const unnumbered = works
    .filter((entry) => !found.has(entry))
    .map((entry) => ({ entry, folded: fold(entry.name), maker: makerOf(entry.maker) }))
  const known = await worksByName(tx, filerId, [...new Set(unnumbered.map(({ folded }) => folded))])
  return { found, unnumbered, known }
}

async function worksOf(act: Act, entries: readonly Entry[], home: string): Promise<Map<Entry, Work>> {
  const { found, unnumbered, known } = await worksKnown(act.tx, act.actor.organizationId!, entries.filter(isWork))
  const fresh = new Map<string, (typeof unnumbered)[number]>()
  for (const one of unnumbered) {
    const key = nameKey(one.folded, one.maker)
    if (!known.has(key) && !fresh.has(key)) fresh.set(key, one)
  }
  const producers = await producersNamed(act.tx, [...new Set([...fresh.values()].flatMap(({ maker }) => maker ?? []))])
  const opening = [...fresh].map(([key, { entry, folded, maker }]) => {
    const producer = maker ? producers.get(maker) : undefined
    const face = {
      title: entry.name,
      aliases: [],
      producerId: producer?.id ?? null,
      producerName: entry.maker,
      bureauId: producer?.bureauId ?? home,
    }
    return { key, face, folded }
  })
  const ids = await openWorks(act, 'reported', opening)
  await nameReported(
    act,
    opening.map(({ face }, i) => ({ id: ids[i]!, ...face })),
  )
  for (const [i, { key, face }] of opening.entries()) known.set(key, { id: ids[i]!, title: face.title, bureauId: face.bureauId })
  for (const { entry, folded, maker } of unnumbered) found.set(entry, known.get(nameKey(folded, maker))!)
  return found
}

const named = (entries: readonly Entry[], kind: Entry['kind']) =>
  new Map(entries.filter((entry) => entry.kind === kind).map(({ number, name }) => [number!, name]))

/** The ids of what these rows are about, as far as it is there already. */
export async function subjectsKnown(tx: Tx, platformId: string, entries: readonly Entry[]): Promise<Map<Entry, string>> {
  const { found, unnumbered, known } = await worksKnown(tx, platformId, entries.filter(isWork))
  const ids = new Map([...found].map(([entry, { id }]) => [entry, id]))
  for (const { entry, folded, maker } of unnumbered) {
    const work = known.get(nameKey(folded, maker))
    if (work) ids.set(entry, work.id)
  }
  for (const [kind, table, code] of [
    ['account', platformAccounts, platformAccounts.accountId],
    ['mini_program', miniPrograms, miniPrograms.appId],
  ] as const) {
    const these = entries.filter((entry) => entry.kind === kind)
    if (these.length === 0) continue
    const numbers = [...new Set(these.map(({ number }) => number!))]
    const rows = await tx
      .select({ id: table.id, code })
      .from(table)
      .where(and(eq(table.platformId, platformId), inArray(code, numbers)))
    const idOf = new Map(rows.map((row) => [row.code, row.id]))
    for (const entry of these) if (idOf.has(entry.number!)) ids.set(entry, idOf.get(entry.number!)!)
  }
  return ids
}

/** What the rows are about, as rows that others can point to: known ones found, new ones opened, each once. */
export async function subjectsOf(act: Act, entries: readonly Entry[]): Promise<Map<Entry, Subject>> {
  const platformId = act.actor.organizationId!
  const home = await homeBureau(act.tx, platformId)
  const works = await worksOf(act, entries, home)
  const [apps, accounts] = [named(entries, 'mini_program'), named(entries, 'account')]
  const appIds = apps.size > 0 ? await noteMiniPrograms(act, platformId, apps) : apps
  const accountIds = accounts.size > 0 ? await noteAccounts(act, platformId, accounts) : accounts
  return new Map(
    entries.map((entry): [Entry, Subject] => {
      const work = works.get(entry)
      if (work) return [entry, { kind: 'drama', ...work }]
      const kind = entry.kind as 'mini_program' | 'account'
      return [entry, { kind, id: (kind === 'account' ? accountIds : appIds).get(entry.number!)!, title: entry.name, bureauId: home }]
    }),
  )
}
