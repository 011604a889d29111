import { and, eq, inArray, sql } from 'drizzle-orm'
import { withdrawProposal } from '../../lib/blacklist/commands/propose'
import { figure, figureBy, positionNow, rowsOfFigure } from '../../lib/figure/queries/figure'
import { differencesAt } from '../../lib/figure/queries/recount'
import type { FigureDefinition } from '../../lib/figure/rules'
import { MEASURES, WHATS } from '../../lib/figure/workflow'
import { type Actor, clock } from '../../lib/kernel/actor'
import { revokePenalty } from '../../lib/penalty/commands/end'
import { look, perform } from '../../lib/perform'
import { answerOrder } from '../../lib/takedown/commands/answer'
import { answerInput } from '../../lib/takedown/input'
import { withdrawViolation } from '../../lib/violation/commands/file'
import type { Db } from '../client'
import { blacklistEntries, penalties, takedownOrders, violations } from '../schema'
import { aListedEntry, aProposal, entryOf } from './listings'
import { choosing, imposed, upheldAccount } from './penalties'
import { filedReport, upheldReport } from './reports'

type On = { db: Db; owner: Db }
type People = (email: string) => Actor

/** Numbers that look like chance and are the same for the same seed (mulberry32). */
export function chance(seed: number): () => number {
  let at = seed >>> 0
  return () => {
    at = (at + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(at ^ (at >>> 15), at | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Does something at random that figures count or that takes something back. Gives what it was; a refusal is as good as an act. */
export async function happening(on: On, people: People, random: () => number): Promise<string> {
  const pick = <T>(of: readonly T[]) => of[Math.floor(random() * of.length)]!
  const platforms = ['compliance@kuaishou.example', 'compliance@douyin.example'].map(people)
  const [beijing, approver] = [people('chen.li@beijing.example'), people('gao.yuan@nrta.example')]
  const platform = pick(platforms)
  const taken = async <T extends { id: string; version: number }>(rows: T[]) => (rows.length ? pick(rows) : null)
  const doings: Record<string, () => Promise<unknown>> = {
    report: () => filedReport(on, platform, { title: `举报 ${random()}` }),
    withdraw: async () => {
      const report = await taken(await on.owner.select().from(violations).where(eq(violations.state, 'filed')))
      const { filerId } = report ? ((await filerOf(on, report.id)) ?? { filerId: null }) : { filerId: null }
      const filer = platforms.find(({ organizationId }) => organizationId === filerId)
      return report && filer && perform(withdrawViolation, filer, { id: report.id, version: report.version, reason: null }, { on: on.db })
    },
    uphold: () =>
      upheldReport(on, platform, beijing, {
        title: `查实 ${random()}`,
        stage: pick(['before_airing', 'after_airing']),
      }),
    penalize: async () =>
      imposed(on, platform, await upheldAccount(on, platform, beijing, { severity: 3 }), choosing('P6:7', { reason: '随机' })),
    revoke: async () => {
      const penalty = await taken(
        await on.owner
          .select()
          .from(penalties)
          .where(and(eq(penalties.state, 'active'), eq(penalties.rung, 'P6'))),
      )
      const holder = platforms.find(({ organizationId }) => organizationId === penalty?.platformId)
      return (
        penalty && holder && perform(revokePenalty, holder, { id: penalty.id, version: penalty.version, reason: '误封' }, { on: on.db })
      )
    },
    propose: () => aProposal(on, { proposer: platform }),
    unpropose: async () => {
      const entry = await taken(await on.owner.select().from(blacklistEntries).where(eq(blacklistEntries.state, 'proposed')))
      const hands = entry && (await entryOf(on.owner, entry.id))
      const proposer = platforms.find(({ memberId }) => memberId === hands?.proposedBy)
      return (
        entry && proposer && perform(withdrawProposal, proposer, { id: entry.id, version: entry.version, reason: '撤回' }, { on: on.db })
      )
    },
    list: () => aListedEntry(on, { proposer: platform, verifier: beijing, approver }),
    answer: async () => {
      const ids = platforms.flatMap(({ organizationId }) => organizationId ?? [])
      const order = await taken(
        await on.owner
          .select()
          .from(takedownOrders)
          .where(and(inArray(takedownOrders.platformId, ids), inArray(takedownOrders.state, ['issued', 'absent']))),
      )
      const holder = platforms.find(({ organizationId }) => organizationId === order?.platformId)
      const removed = { answer: 'removed', episodeCount: String(1 + Math.floor(random() * 80)), links: 'https://v.example/1' }
      const said = order && answerInput.safeParse({ id: order.id, version: String(order.version), ...removed })
      return holder && said?.success && perform(answerOrder, holder, said.data, { on: on.db })
    },
  }
  const name = pick(Object.keys(doings))
  await doings[name]!()
  return name
}

async function filerOf({ owner }: On, id: string) {
  const [row] = await owner.execute<{ filerId: string }>(
    sql`select filer_id as "filerId" from violation_filings where violation_id = ${id}`,
  )
  return row
}

const MOST = 100_000
/** Every figure that is not what its rows make, as its reader reads them; nothing where all agree. */
export async function disagreements({ db }: Pick<On, 'db'>, reader: Actor): Promise<string[]> {
  return look(
    reader,
    async (tx) => {
      const wrong: string[] = []
      for (const what of WHATS)
        for (const measure of MEASURES) {
          const definition: FigureDefinition = { what, measure }
          const { value, unknown, rows: count } = await figure(tx, definition)
          const { rows } = await rowsOfFigure(tx, definition, { limit: MOST })
          const isWork = (kind: string) => kind === 'drama' || kind === 'episode'
          const targets = Map.groupBy(rows, ({ targetKind, targetId }) => `${isWork(targetKind) ? 'drama' : targetKind} ${targetId}`)
          const sizes = [...targets.values()]
            .filter(([first]) => isWork(first!.targetKind))
            .map((of) => {
              const known = of.flatMap((row) => {
                const size = measure === 'minutes' ? row.seconds : row.episodes
                return size === null ? [] : { episode: row.episode, size }
              })
              const most = [...Map.groupBy(known, ({ episode }) => episode)].map(
                ([episode, rows]) => [episode, Math.max(...rows.map(({ size }) => size))] as const,
              )
              const whole = most.flatMap(([episode, size]) => (episode === null ? size : []))
              const parts = most.flatMap(([episode, size]) => (episode === null ? [] : size))
              return known.length === 0
                ? null
                : Math.max(
                    0,
                    ...whole,
                    parts.reduce((all, size) => all + size, 0),
                  )
            })
          const sum = sizes.reduce<number>((all, size) => all + (size ?? 0), 0)
          const expected = {
            targets: targets.size,
            cases: new Set(rows.map(({ caseId }) => caseId)).size,
            episodes: sum,
            minutes: Math.round(sum / 60),
          }[measure]
          const unknownOnes = measure === 'episodes' || measure === 'minutes' ? sizes.filter((size) => size === null).length : 0
          if (value !== expected || unknown !== unknownOnes)
            wrong.push(`${what} ${measure}: ${value} (${unknown}), rows say ${expected} (${unknownOnes})`)
          if ((measure === 'targets' || measure === 'cases') && count !== rows.length)
            wrong.push(`${what} ${measure}: ${count} of ${rows.length} rows`)
          if (measure === 'cases') continue
          const byOwner = await figureBy(tx, definition, 'owner')
          if ([...byOwner.values()].some((part) => part.value > value)) wrong.push(`${what} ${measure}: a part is more than the whole`)
        }
      return wrong
    },
    db,
  )
}

/** What the record would say otherwise if its events were counted anew. */
export const recounted = ({ db }: Pick<On, 'db'>) => look(clock, async (tx) => differencesAt(tx, await positionNow(tx)), db)
