import type { When } from './when'

/** A campaign of the demonstration; days count back from the day of seeding. Invented, like all that happens in it. */
export type SeededCampaign = {
  key: string
  title: string
  basis: string
  /** The window, in days before today; 0 is today, negative lies ahead. */
  from: number
  to: number
  targetKinds: readonly ('drama' | 'mini_program' | 'account')[]
  labels: readonly { label: string; codes: readonly string[] }[]
  quotas: readonly { organization: string; figure: 'removed_works' | 'found_works' | 'handled_accounts'; count: number }[]
  written: { by: string; at: When }
  started?: { by: string; at: When }
  closeProposed?: { by: string; at: When; reason: string }
  closed?: { by: string; at: When; remark: string }
}

export const campaigns: readonly SeededCampaign[] = [
  {
    key: 'vulgar',
    title: '有害低俗微短剧专项整治（演示）',
    basis: '演示数据：依照微短剧发展管理办法第二十五条、第三十六条开展',
    from: 84,
    to: 43,
    targetKinds: ['drama', 'account'],
    labels: [
      { label: '软色情、低俗', codes: ['V04-01', 'V04-02', 'V04-04', 'V04-05'] },
      { label: '暴力复仇', codes: ['V05-01', 'V05-02', 'V05-03', 'V05-06'] },
      { label: '扭曲婚恋、拜金', codes: ['V06-01', 'V06-02', 'V06-03', 'V04-05'] },
    ],
    quotas: [],
    written: { by: '周敏', at: '48d 09:30' },
    started: { by: '高原', at: '48d 15:00' },
    closeProposed: { by: '周敏', at: '28d 10:00', reason: '整治期限已到，各平台处置完毕。' },
    closed: { by: '高原', at: '27d 11:00', remark: '专项结束，数据自此冻结。' },
  },
  {
    key: 'reupload',
    title: '改名重传、搬运专项整治（演示）',
    basis: '演示数据：依照微短剧发展管理办法第三十六条开展',
    from: 20,
    to: -20,
    targetKinds: ['drama', 'mini_program', 'account'],
    labels: [],
    quotas: [
      { organization: 'kuaishou', figure: 'found_works', count: 10 },
      { organization: 'douyin', figure: 'found_works', count: 10 },
    ],
    written: { by: '周敏', at: '14d 09:00' },
    started: { by: '高原', at: '13d 16:00' },
  },
  {
    key: 'draft',
    title: '引流账号专项整治（演示）',
    basis: '演示数据：拟于下月开展',
    from: -7,
    to: -60,
    targetKinds: ['account'],
    labels: [{ label: '引流', codes: ['V12-04'] }],
    quotas: [],
    written: { by: '周敏', at: '1d 16:00' },
  },
]
