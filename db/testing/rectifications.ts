import { eq } from 'drizzle-orm'
import type { Actor } from '../../lib/kernel/actor'
import { newId } from '../../lib/kernel/id'
import { perform } from '../../lib/perform'
import { handIn } from '../../lib/rectification/commands/hand-in'
import { type Order, orderRectification } from '../../lib/rectification/commands/order'
import type { Db } from '../client'
import {
  miniPrograms,
  placements,
  platformAccounts,
  rectificationOrders,
  rectifications,
  violationClauses,
  violationFilings,
  violationSubjects,
  violations,
} from '../schema'
import { anUpheldReport, aWork, BEIJING_ID } from './listings'
import { operatorOf } from './operators'

type On = { db: Db; owner: Db; at?: Date }

/** A rectification with who ordered it and its hands. */
export async function rectificationOf(owner: Db, id: string) {
  const rows = await owner
    .select()
    .from(rectifications)
    .innerJoin(rectificationOrders, eq(rectificationOrders.rectificationId, rectifications.id))
    .where(eq(rectifications.id, id))
  return { ...rows[0]!.rectification_orders, ...rows[0]!.rectifications }
}

async function subjectOf(owner: Db, violationId: string) {
  const [row] = await owner.select().from(violationSubjects).where(eq(violationSubjects.violationId, violationId))
  return row!
}

const ordering = (violationId: string, violationSubjectId: string, over: Partial<Order>): Order => ({
  violationId,
  violationSubjectId,
  targetKind: 'drama',
  targetId: '',
  targetName: '夜宴',
  platformId: null,
  bureauId: BEIJING_ID,
  hours: 72,
  tasks: [
    { code: 'V04-02', what: '剪去片头擦边镜头', episode: 12, startSecond: 38, endSecond: 62 },
    { code: 'V04-02', what: '更换封面' },
  ],
  ...over,
})

/** A work of this creator (or of nobody here), reported by a platform and upheld; what an order on it says. */
export async function aWorkToMend(on: On, filer: Actor, producer: Actor | null, over: Partial<Order> = {}) {
  const work = await aWork(on, { producerId: producer?.organizationId ?? null })
  const violationId = await anUpheldReport(on, filer, work.id, { codes: ['V04-02'] })
  const subject = await subjectOf(on.owner, violationId)
  return ordering(violationId, subject.id, { targetId: work.id, targetName: work.title, platformId: filer.organizationId, ...over })
}

/** The same work as it stands on another platform, which decides there. */
export async function standsOn<T extends Order>({ owner }: On, platform: Actor, order: T): Promise<T> {
  const [id, address] = [newId(), 'https://v.example/1']
  await owner.insert(placements).values({ id, dramaId: order.targetId, platformId: platform.organizationId!, address, seenAt: new Date() })
  return { ...order, platformId: platform.organizationId }
}

/** An account or a mini-program of the platform, of this operator or of nobody here, reported and upheld. */
export async function aSubjectToMend(
  { owner }: On,
  platform: Actor,
  operator: Actor | null,
  kind: 'account' | 'mini_program' = 'account',
  over: Partial<Order> = {},
) {
  const [targetId, violationId, subjectId, at] = [newId(), newId(), newId(), new Date()]
  const common = {
    id: targetId,
    platformId: platform.organizationId!,
    operatorId: operator && (await operatorOf(owner, operator.organizationId!)),
    createdAt: at,
  }
  if (kind === 'account') await owner.insert(platformAccounts).values({ ...common, accountId: targetId, handle: '夜航短剧' })
  else await owner.insert(miniPrograms).values({ ...common, appId: targetId, name: '夜航剧场' })
  const number = `JB-2026-${targetId.slice(-8)}`
  const decided = { openedAt: at, filedAt: at, decidedAt: at, severity: 3, outcome: 'upheld' as const }
  await owner.insert(violations).values({
    id: violationId,
    number,
    state: 'upheld',
    title: '夜航',
    bureauId: BEIJING_ID,
    source: 'self_inspection',
    ...decided,
  })
  await owner.insert(violationFilings).values({
    violationId,
    filerId: platform.organizationId!,
    filedBy: platform.memberId!,
    filedByName: platform.name,
    bureauId: BEIJING_ID,
    filedAt: at,
  })
  await owner.insert(violationSubjects).values({
    id: subjectId,
    violationId,
    kind,
    ...(kind === 'account' ? { accountId: targetId } : { miniProgramId: targetId }),
    stage: 'after_airing',
    outcome: 'upheld',
    severity: 3,
    reason: '属实',
    decidedAt: at,
  })
  const code = kind === 'account' ? 'V12-04' : 'V11-01'
  await owner.insert(violationClauses).values({ subjectId, violationId, code, upheld: 'yes' })
  return ordering(violationId, subjectId, {
    targetKind: kind,
    targetId,
    targetName: '夜航',
    platformId: platform.organizationId,
    tasks: [{ code, what: '停止引流' }],
    ...over,
  })
}

export async function ordered(on: On, opener: Actor, order: Order) {
  const outcome = await perform(orderRectification, opener, order, { on: on.db, at: on.at })
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
  return rectificationOf(on.owner, outcome.value.id)
}

export const handing = (id: string, version: number) => ({ id, version, account: '已剪去并重新上传。', replacedEpisodes: [12] })

export async function handedIn(on: On, hand: Actor, id: string) {
  const { version } = await rectificationOf(on.owner, id)
  const outcome = await perform(handIn, hand, handing(id, version), { on: on.db, at: on.at })
  if (!outcome.ok) throw new Error(`refused: ${outcome.code}`)
  return rectificationOf(on.owner, id)
}
