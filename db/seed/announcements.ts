import type { When } from './when'

/** An announcement of the demonstration; its figures are chosen from the demonstration's own record. */
export type SeededAnnouncement = {
  key: string
  title: string
  body: string
  figures: readonly { figure: string; days: number }[]
  /** Where its issuer's count stood before its first. */
  last?: number
  correctionOf?: string
  written: { by: string; at: When }
  proposed?: { by: string; at: When }
  approved?: { by: string; at: When }
}

const next = '\n\n# 下一步\n\n本平台将继续自查，对引导整改仍不改正的，按程度处罚。欢迎社会各界监督。'

export const announcements: readonly SeededAnnouncement[] = [
  {
    key: '抖音 19',
    title: '关于处置违规微短剧及推广账号的公告（演示）',
    body: `# 处置情况\n\n依照《微短剧发展管理办法》，本平台近期发现违规微短剧 {f1}，按黑名单指令下架微短剧 {f2}，处置账号 {f3}。${next}`,
    figures: [
      { figure: 'found_works', days: 60 },
      { figure: 'orders_carried_out', days: 60 },
      { figure: 'handled_accounts', days: 60 },
    ],
    // 抖音's notice of 2023-11-16 was its 19th; the demonstration goes on from there.
    last: 18,
    written: { by: '何珊', at: '26d 10:00' },
    proposed: { by: '何珊', at: '26d 11:00' },
    approved: { by: '韩越', at: '26d 16:00' },
  },
  {
    key: '抖音 20',
    title: '更正：关于处置违规微短剧及推广账号的公告（演示）',
    body: '上一期公告漏列整改通过的对象 {f1}，现予补充。其余内容不变。',
    figures: [{ figure: 'rectified', days: 60 }],
    correctionOf: '抖音 19',
    written: { by: '何珊', at: '24d 09:30' },
    proposed: { by: '何珊', at: '24d 10:00' },
    approved: { by: '韩越', at: '24d 15:00' },
  },
  {
    key: '协会 1',
    title: '网络微短剧日常监看情况通报（演示）',
    body: '# 监看情况\n\n近期监看对象 {f1}，发现问题的对象 {f2}。\n\n发现问题不等于认定违规；是否违规，由主管部门核查认定。',
    figures: [
      { figure: 'inspected', days: 60 },
      { figure: 'inspection_hits', days: 60 },
    ],
    last: 0,
    written: { by: '许晴', at: '8d 10:00' },
    proposed: { by: '许晴', at: '8d 10:30' },
    approved: { by: '方正', at: '8d 14:00' },
  },
  {
    key: '总局 1',
    title: '关于近期处置违规微短剧的通报（演示）',
    body: '# 处置情况\n\n近期各平台下架违规微短剧 {f1}，处置小程序 {f2}、账号 {f3}；提请列入黑名单 {f4}。\n\n请各省局督促辖区机构整改。',
    figures: [
      { figure: 'removed_works', days: 84 },
      { figure: 'handled_mini_programs', days: 84 },
      { figure: 'handled_accounts', days: 84 },
      { figure: 'proposed', days: 84 },
    ],
    last: 0,
    written: { by: '周敏', at: '1d 10:00' },
    proposed: { by: '周敏', at: '1d 11:00' },
  },
  {
    key: '抖音 draft',
    title: '关于 11 月处置情况的公告（演示）',
    body: `# 处置情况\n\n本月处置账号 {f1}，另有 3 起正在核查。${next}`,
    figures: [{ figure: 'handled_accounts', days: 30 }],
    written: { by: '何珊', at: '1d 15:00' },
  },
]
