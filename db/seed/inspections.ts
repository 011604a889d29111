import type { Frame } from '../../lib/inspection/workflow'
import type { When } from './when'

/** Plans of CNSA's monitoring: who wrote and who started each, and until when it ran; `today` alone: for the last day. */
export type PlannedInspection = {
  key: string
  title: string
  frame: Frame
  platform?: string
  size: number
  weekdays: readonly number[]
  opened: When
  by: string
  started?: { at: When; by: string }
  ended?: { at: When; by: string }
  today?: true
}
const WORKDAYS = [1, 2, 3, 4, 5]

export const inspectionPlans: readonly PlannedInspection[] = [
  {
    key: 'kuaishou-works',
    title: '快手微短剧专区日常监看',
    frame: 'platform',
    platform: 'kuaishou',
    size: 2,
    weekdays: WORKDAYS,
    opened: '40d 10:00',
    by: '方正',
    started: { at: '40d 15:00', by: '许晴' },
    ended: { at: '21d 17:00', by: '许晴' },
  },
  {
    key: 'new-works',
    title: '新上线作品抽查',
    frame: 'new',
    size: 3,
    weekdays: WORKDAYS,
    opened: '22d 10:20',
    by: '许晴',
    started: { at: '22d 16:10', by: '方正' },
  },
  {
    key: 'mini-programs',
    title: '小程序付费与引流抽查',
    frame: 'mini_program',
    size: 1,
    weekdays: [1, 3, 5],
    opened: '22d 10:40',
    by: '许晴',
    started: { at: '22d 16:15', by: '方正' },
  },
  {
    key: 'removed-works',
    title: '已下架作品专项复查',
    frame: 'removed',
    size: 500,
    weekdays: [1, 2, 3, 4, 5, 6, 7],
    opened: '3d 10:00',
    by: '方正',
    started: { at: '3d 14:00', by: '许晴' },
    today: true,
  },
  {
    key: 'douyin-works',
    title: '抖音新剧监看（节假日）',
    frame: 'platform',
    platform: 'douyin',
    size: 20,
    weekdays: [6, 7],
    opened: '1d 16:40',
    by: '方正',
  },
]

/** On which working days before the desk's day something was found, and what a bureau answered two working days later. */
export const inspectionFindings: readonly {
  day: number
  kind: 'drama' | 'mini_program'
  codes: readonly string[]
  note: string
  answered?: string
  refers: boolean
}[] = [
  {
    day: 34,
    kind: 'drama',
    codes: ['V09-02'],
    note: '片头没有标注备案号，第 3 集起才出现。',
    answered: '平台已补标，核对全集标注完整，不予立案。',
    refers: true,
  },
  {
    day: 27,
    kind: 'drama',
    codes: ['V09-11'],
    note: '片中有 AI 生成的场景，全集没有 AI 标识。',
    answered: '制作机构说明为实拍加后期，核对素材属实。',
    refers: true,
  },
  {
    day: 17,
    kind: 'drama',
    codes: ['V09-02'],
    note: '片头编号格式不规范，缺年份。',
    answered: '编号为旧式写法，登记属实，已通知平台规范标注。',
    refers: true,
  },
  { day: 12, kind: 'drama', codes: ['V09-11'], note: '数字人出演，未见 AI 标识。', answered: '平台已于当日补标。', refers: true },
  { day: 2, kind: 'drama', codes: ['V09-02'], note: '播放页没有登载备案号，片头一闪而过，无法辨认。', refers: true },
  { day: 1, kind: 'drama', codes: ['V09-11'], note: '部分集数由 AI 生成，播放页和片头都没有标识。', refers: false },
]

/** The first time a listed work was seen again: removed anew the same day; the second waits for its platform. */
export const sightings = {
  first: {
    from: 30,
    note: '换了封面和片名首字，内容相同，第 1 至 12 集可播。',
    removedBy: '原合集已删除，本次为用户二次上传，已封号并断链。',
  },
  last: { before: '1h' as When, note: '搜索别名可找到合集，封面更换，第 1 集起完整可播。', left: 12 },
  /** Told of elsewhere. */
  spared: ['夜宴'],
} as const
