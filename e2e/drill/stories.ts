import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { blacklistEntries, organizations, platformAccounts, takedownOrders } from '@/db/schema'
import { typed } from '@/db/testing/filings'
import { scopeSeenBy } from '@/db/testing/listings'
import { choosing } from '@/db/testing/penalties'
import { reported, rulingsOf, subjectsOf } from '@/db/testing/reports'
import { approveEntry } from '@/lib/blacklist/commands/approve'
import { proposeEntry } from '@/lib/blacklist/commands/propose'
import { verifyEntry } from '@/lib/blacklist/commands/verify'
import { type Actor, visitor } from '@/lib/kernel/actor'
import { newId } from '@/lib/kernel/id'
import type { Outcome } from '@/lib/kernel/outcome'
import type { Day } from '@/lib/kernel/time'
import { applyAsCreator } from '@/lib/organization/commands/apply'
import { acceptOrganization } from '@/lib/organization/commands/decide'
import { checkCharacter } from '@/lib/organization/rules/credit-code'
import { imposePenalty } from '@/lib/penalty/commands/decide'
import { type Command, perform } from '@/lib/perform'
import { openFiling } from '@/lib/registration/commands/draft'
import { submitFiling } from '@/lib/registration/commands/file'
import { approveFiling } from '@/lib/registration/commands/review'
import { answerOrder } from '@/lib/takedown/commands/answer'
import { upholdViolation } from '@/lib/violation/commands/decide'
import { openDraft } from '@/lib/violation/commands/draft'
import { fileViolation } from '@/lib/violation/commands/file'

export type Through = { on: Db; key: string; pause: () => Promise<void> }
type Done = { id: string }
/** One official act of a story: who sends it, how, and the event by which it is known; a draft's opening leaves none. */
export type Deed = { by: Actor; event: string | null; send: (through: Through) => Promise<Outcome<Done>> }
/** A course of acts, each resting on the one before; it is told what came of each. */
export type Story = Generator<Deed, void, Done>
export type Scene = { owner: Db; as: (email: string) => Actor }

export const PLATFORMS = ['wechat', 'douyin', 'kuaishou', 'taobao', 'hongguo'].map((code) => `compliance@${code}.example`)

/** An act whose transaction stays open between what it does and what follows from it. */
const deed = <I, T extends Done, C extends string>(
  by: Actor,
  event: string | null,
  command: Command<I, T, C>,
  input: () => I | Promise<I>,
): Deed => ({
  by,
  event,
  send: async ({ on, key, pause }) => {
    const paused: Command<I, T, C> = async (act, given) => {
      const outcome = await command(act, given)
      await pause()
      return outcome
    }
    return perform(paused, by, await input(), { on, key })
  },
})

/** A title like no other, so that no name is near it. */
export const newTitle = () => Array.from({ length: 8 }, () => String.fromCharCode(0x4e00 + Math.floor(Math.random() * 0x5000))).join('')

function* upheld({ as, owner }: Scene, over: Record<string, unknown>): Generator<Deed, string, Done> {
  const filer = as('compliance@kuaishou.example')
  const { id } = yield deed(filer, null, openDraft, () => undefined)
  yield deed(filer, 'violation.filed', fileViolation, () => reported(id, 1, { seenOn: '2025-01-01', ...over }))
  yield deed(as('chen.li@beijing.example'), 'violation.upheld', upholdViolation, async () => ({
    id,
    version: 2,
    rulings: await rulingsOf(owner, id),
  }))
  return id
}

const ANSWERS = [
  { event: 'takedown.removed', answer: { answer: 'removed' as const, episodeCount: 80, links: ['https://example.cn/v/1'] } },
  { event: 'takedown.found_absent', answer: { answer: 'absent' as const, note: null } },
  { event: 'takedown.objected', answer: { answer: 'objection' as const, reason: '仅片名相同' } },
]

/** A work is reported, upheld, proposed, verified and listed; every platform answers its order. */
export function* listing(scene: Scene): Story {
  const { as, owner } = scene
  const violationId = yield* upheld(scene, { title: newTitle() })
  const dramaIds = async () => (await subjectsOf(owner, violationId)).flatMap(({ dramaId }) => dramaId ?? [])
  const { id } = yield deed(as('compliance@kuaishou.example'), 'blacklist.proposed', proposeEntry, async () => ({
    violationId,
    codes: ['V04-02'],
    dramaIds: await dramaIds(),
    miniProgramIds: [],
    names: [],
    reason: '多平台扩散',
  }))
  yield deed(as('chen.li@beijing.example'), 'blacklist.verified', verifyEntry, async () => ({
    id,
    version: 1,
    severity: 3,
    dramaIds: await dramaIds(),
    miniProgramIds: [],
    remark: null,
  }))
  const approver = as('zhou.min@nrta.example')
  yield {
    by: approver,
    event: 'blacklist.approved',
    send: async (through) => {
      const seen = await scopeSeenBy({ db: through.on }, approver, id)
      return deed(approver, null, approveEntry, () => ({ id, version: 2, ...seen, checked: 'on' as const, remark: '依据充分' })).send(
        through,
      )
    },
  }
  for (const email of PLATFORMS) {
    const { event, answer } = ANSWERS[Math.floor(Math.random() * ANSWERS.length)]!
    yield deed(as(email), event, answerOrder, async () => {
      const own = and(eq(takedownOrders.entryId, id), eq(takedownOrders.platformId, as(email).organizationId!))
      const [order] = await owner.select({ id: takedownOrders.id }).from(takedownOrders).where(own)
      if (!order)
        throw new Error(
          `${email} has no order for ${(await owner.select().from(blacklistEntries).where(eq(blacklistEntries.id, id)))[0]?.number}`,
        )
      return { id: order.id, version: 1, ...answer }
    })
  }
}

/** An account is reported and upheld, and its platform measures it out a ban of some days. */
export function* ban(scene: Scene): Story {
  const { as, owner } = scene
  const platform = as('compliance@kuaishou.example')
  const accountId = newId()
  const account = { platformId: platform.organizationId!, accountId, handle: `剧场${accountId.slice(-6)}` }
  const violationId = yield* upheld(scene, { work: 'none', title: '', places: {}, account, items: ['V12-04'], links: '' })
  const imposed = deed(
    platform,
    null,
    async (act, input: Parameters<typeof imposePenalty>[1]) => {
      const outcome = await imposePenalty(act, input)
      return outcome.ok ? { ok: true as const, value: outcome.value.opened[0]! } : outcome
    },
    async () => {
      const [row] = await owner.select({ id: platformAccounts.id }).from(platformAccounts).where(eq(platformAccounts.accountId, accountId))
      return {
        violationId,
        targetKind: 'account' as const,
        targetId: row!.id,
        episodes: [],
        ...choosing('P4:7', { reason: '首次，限流七日' }),
      }
    },
  )
  yield { ...imposed, event: 'penalty.imposed' }
}

/** A work is filed and registered. */
export function* registering({ as }: Scene): Story {
  const creator = as('wu.tong@yehang.example')
  const title = newTitle()
  const { id } = yield deed(creator, null, openFiling, () => undefined)
  yield deed(creator, 'registration.submitted', submitFiling, () => ({ id, version: 1, ...typed({ title, aliases: '' }) }))
  yield deed(as('chen.li@beijing.example'), 'registration.approved', approveFiling, () => ({ id, version: 2 }))
}

let applicants = 0
/** A creator applies and is accepted. Its application comes from nobody known yet, so that its repeat is refused by its credit code. */
export function* application({ as, owner }: Scene): Story {
  applicants += 1
  const serial = applicants
  const name = `制作机构${serial}`
  const body = `91110105MC${String(serial).padStart(7, '0')}`
  const applied = deed(visitor, 'organization.applied', applyAsCreator, () => ({
    name,
    creditCode: body + checkCharacter(body),
    provinceCode: '11',
    licenceNumber: '（京）字第05999号',
    licenceExpiresOn: '2099-12-31' as Day,
    contactName: '顾晨',
    email: `applicant.${serial}@studio.example`,
    password: '梧桐夜雨 1987 晚秋',
  }))
  const { id } = yield {
    ...applied,
    send: async (through) => {
      const [before] = await owner.select({ id: organizations.id }).from(organizations).where(eq(organizations.name, name))
      return before ? { ok: true as const, value: before } : applied.send(through)
    },
  }
  yield deed(as('chen.li@beijing.example'), 'organization.accepted', acceptOrganization, () => ({ id, version: 1 }))
}

/** Tells a story in peace, or so many of its acts, and what the last of them was done to. */
export async function tellStory(story: Story, on: Db, acts = Number.POSITIVE_INFINITY): Promise<string | undefined> {
  let [turn, last] = [story.next(), undefined as string | undefined]
  for (let told = 0; turn.value && told < acts; told += 1) {
    const outcome = await turn.value.send({ on, key: crypto.randomUUID(), pause: async () => {} })
    if (!outcome.ok) throw new Error(outcome.code)
    last = outcome.value.id
    turn = story.next(outcome.value)
  }
  return last
}
