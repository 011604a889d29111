import { eq } from 'drizzle-orm'
import { violations } from '@/db/schema'
import { draftedReport, filedReport, reported, reportOf, rulingsOf } from '@/db/testing/reports'
import type { Actor } from '@/lib/kernel/actor'
import { takeBackRecord } from '@/lib/penalty/commands/record'
import { dismissViolation, reassignViolation, takeOverViolation, upholdViolation } from '@/lib/violation/commands/decide'
import { discardDraft, openDraft } from '@/lib/violation/commands/draft'
import { fileViolation, withdrawViolation } from '@/lib/violation/commands/file'
import { mergeViolation } from '@/lib/violation/commands/merge'
import { takeUp } from '@/lib/violation/commands/record'
import { settleDuplicate } from '@/lib/violation/commands/settle'
import { type Ground, type Trials, trial } from './trial'

/** Reports of violations: a platform files, its bureau rules. */
export function trialsOfReports(ground: Ground): Trials {
  const { owner, as } = ground
  const [kuaishou, douyin, creator] = [as('compliance@kuaishou.example'), as('compliance@douyin.example'), as('wu.tong@yehang.example')]
  const [beijing, zhejiang, national] = [as('chen.li@beijing.example'), as('he.qing@zhejiang.example'), as('zhou.min@nrta.example')]
  let serial = 0
  const title = () => `举报之${(serial += 1)}`
  const filed = async (over = {}) => {
    const { id, version } = await filedReport(ground, kuaishou, { title: title(), ...over })
    return { id, version }
  }
  /** As it stands when a file's row was recorded. */
  const recorded = async () => {
    const held = await filed()
    await owner.update(violations).set({ state: 'recorded' }).where(eq(violations.id, held.id))
    return held
  }
  const ruled = (event: string, by: Actor = beijing, stranger: Actor = zhejiang) => ({ by, stranger, event: `violation.${event}` })
  const own = { by: kuaishou, stranger: douyin }

  return {
    'violation openReport': async () => trial(openDraft, undefined, { by: kuaishou, stranger: creator, again: true }),
    'violation saveReport': async () => {
      const { id, version } = await draftedReport(ground, kuaishou)
      return trial(fileViolation, reported(id, version, { title: title() }), { ...own, event: 'violation.filed' })
    },
    'violation discardReport': async () => {
      const { id, version } = await draftedReport(ground, kuaishou)
      return trial(discardDraft, { id, version }, own)
    },
    'violation withdrawReport': async () =>
      trial(withdrawViolation, { ...(await filed()), reason: null }, { ...own, event: 'violation.withdrawn' }),
    'violation upholdReport': async () => {
      const held = await filed()
      return trial(upholdViolation, { ...held, rulings: await rulingsOf(owner, held.id) }, ruled('upheld'))
    },
    'violation dismissReport': async () => trial(dismissViolation, { ...(await filed()), reason: '查无实据。' }, ruled('dismissed')),
    'violation mergeReport': async () => {
      const one = title()
      const [into, held] = [await filed({ title: one }), await filed({ title: one })]
      const { number } = await reportOf(owner, into.id)
      return trial(mergeViolation, { ...held, into: number!, sameWork: 'on' as const }, ruled('merged'))
    },
    'violation settleDuplicates': async () => {
      const one = { ...(await filed()), number: 'JB-2026-0001' }
      return trial(settleDuplicate, { rows: { one }, how: 'dismiss' as const, reason: '重复举报。' }, ruled('dismissed'))
    },
    'violation reassignReport': async () =>
      trial(
        reassignViolation,
        { ...(await filed()), bureauId: zhejiang.organizationId!, reason: '出品方在浙江。' },
        ruled('reassigned', beijing, as('shen.ning@shanghai.example')),
      ),
    'violation takeOverReport': async () => {
      const held = await filed()
      await owner.update(violations).set({ escalatedAt: new Date() }).where(eq(violations.id, held.id))
      return trial(takeOverViolation, { ...held, reason: '逾期未办。' }, ruled('taken_over', national, beijing))
    },
    'violation takeUpReport': async () => trial(takeUp, await recorded(), ruled('taken_up')),
    'platform/batch takeBack': async () => trial(takeBackRecord, await recorded(), { ...own, event: 'violation.withdrawn' }),
  }
}
