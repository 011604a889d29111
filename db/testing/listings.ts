import { sql } from 'drizzle-orm'
import { approveEntry } from '../../lib/blacklist/commands/approve'
import { proposeEntry } from '../../lib/blacklist/commands/propose'
import { verifyEntry } from '../../lib/blacklist/commands/verify'
import { previewOf, totalsIn } from '../../lib/blacklist/queries/preview'
import type { Actor } from '../../lib/kernel/actor'
import { newId } from '../../lib/kernel/id'
import { fold, gramsOf } from '../../lib/matching/rules/fold'
import { look, perform } from '../../lib/perform'
import type { Db } from '../client'
import {
  blacklistEntries,
  blacklistHands,
  dramas,
  registerNames,
  violationClauses,
  violationFilings,
  violationSubjects,
  violations,
} from '../schema'

type On = { db: Db; owner: Db }
export const BEIJING_ID = '00000000-0000-7000-8000-000000000011'

/** A work that the public knows, as its bureau and its producer have it. */
export async function aWork({ owner }: On, over: Partial<typeof dramas.$inferInsert> = {}) {
  const id = newId()
  const title = over.title ?? `夜宴${id.slice(-12)}`
  const [work] = await owner
    .insert(dramas)
    .values({
      id,
      code: sql`'ZP-2026-' || nextval('drama_codes')`,
      title,
      folded: fold(title),
      bureauId: BEIJING_ID,
      origin: 'registered',
      episodeCount: 80,
      totalSeconds: 7080,
      publicSince: new Date(),
      createdAt: new Date(),
      ...over,
    })
    .returning()
  await owner.insert(registerNames).values({
    dramaId: id,
    kind: 'title',
    name: title,
    folded: fold(title),
    grams: gramsOf(fold(title)),
    state: 'registered',
    since: '2026-10-01',
  })
  return work!
}

/** A report of that work, upheld for these items (V04-02 is severity 3, V10-05 severity 4), or merged into another. */
export async function anUpheldReport(
  { owner }: On,
  filer: Actor,
  dramaId: string,
  { codes = ['V04-02', 'V10-05'], rootId = null as string | null, bureauId = BEIJING_ID } = {},
) {
  const id = newId()
  const [{ n }] = (await owner.execute<{ n: string }>(sql`select nextval('violation_numbers') as n`)) as unknown as [{ n: string }]
  const at = new Date()
  await owner.insert(violations).values({
    id,
    number: `JB-2026-${n.padStart(4, '0')}`,
    state: rootId ? 'merged' : 'upheld',
    outcome: 'upheld',
    openedAt: at,
    title: '夜宴',
    bureauId,
    source: filer.kind === 'association' ? 'association' : 'self_inspection',
    filedAt: at,
    decidedAt: at,
    rootId,
    severity: 4,
  })
  await owner
    .insert(violationFilings)
    .values({ violationId: id, filerId: filer.organizationId!, filedBy: filer.memberId!, filedByName: filer.name, bureauId, filedAt: at })
  const subjectId = newId()
  await owner.insert(violationSubjects).values({
    id: subjectId,
    violationId: id,
    kind: 'drama',
    dramaId,
    stage: 'after_airing',
    outcome: 'upheld',
    severity: 4,
    reason: '属实',
    decidedAt: at,
  })
  await owner.insert(violationClauses).values(codes.map((code) => ({ subjectId, violationId: id, code, upheld: 'yes' as const })))
  return id
}

async function sure<T>(outcome: Promise<{ ok: true; value: T } | { ok: false; code: string }>): Promise<T> {
  const found = await outcome
  if (!found.ok) throw new Error(`refused: ${found.code}`)
  return found.value
}

/** An entry with its hands. */
export async function entryOf(owner: Db, id: string) {
  const rows = await owner
    .select()
    .from(blacklistEntries)
    .innerJoin(blacklistHands, sql`${blacklistHands.entryId} = ${blacklistEntries.id}`)
    .where(sql`${blacklistEntries.id} = ${id}`)
  return { ...rows[0]!.blacklist_hands, ...rows[0]!.blacklist_entries }
}

type Hands = { proposer: Actor; verifier: Actor; approver: Actor }
type Over = { codes?: string[]; severity?: number; at?: Date; dramaId?: string }

/** A proposal on a fresh report of a fresh work. */
export async function aProposal(on: On, { proposer }: Pick<Hands, 'proposer'>, { codes = ['V04-02', 'V10-05'], at, dramaId }: Over = {}) {
  const work = dramaId ?? (await aWork(on)).id
  const violationId = await anUpheldReport(on, proposer, work, { codes })
  const { id } = await sure(
    perform(
      proposeEntry,
      proposer,
      { violationId, codes, dramaIds: [work], miniProgramIds: [], names: ['夜宴之局'], reason: '多平台扩散，须全网下架' },
      { on: on.db, at },
    ),
  )
  return { id, dramaId: work, violationId }
}

export async function aVerifiedEntry(on: On, hands: Pick<Hands, 'proposer' | 'verifier'>, over: Over = {}) {
  const proposal = await aProposal(on, hands, over)
  await sure(
    perform(
      verifyEntry,
      hands.verifier,
      {
        id: proposal.id,
        version: 1,
        severity: over.severity ?? 3,
        dramaIds: [proposal.dramaId],
        miniProgramIds: [],
        remark: '首次拒改，已停止投流，定 3 级',
      },
      { on: on.db, at: over.at },
    ),
  )
  return proposal
}

/** What an approver has before their eyes. */
export async function scopeSeenBy({ db }: Pick<On, 'db'>, actor: Actor, id: string) {
  const preview = await look(actor, (tx) => previewOf(tx, id), db)
  return { scope: preview.digest, shown: totalsIn(preview) }
}

export async function aListedEntry(on: On, hands: Hands, over: Over = {}) {
  const entry = await aVerifiedEntry(on, hands, over)
  const seen = await scopeSeenBy(on, hands.approver, entry.id)
  await sure(
    perform(
      approveEntry,
      hands.approver,
      { id: entry.id, version: 2, ...seen, checked: 'on', remark: '依据充分，范围明确' },
      { on: on.db, at: over.at },
    ),
  )
  return entry
}
