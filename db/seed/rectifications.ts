import type { When } from './when'

type Task = { code: string; what: string; episode?: number; startSecond?: number; endSecond?: number }
/** So many hours after it was ordered, or at a moment of its own. */
type At = { after: number } | { at: When }
export type MendingStep = At &
  (
    | { step: 'attach'; by: string; file: string }
    | { step: 'hand_in'; by: string; account: string; replaced?: readonly number[] }
    | { step: 'return'; by: string; reasons: Readonly<Record<string, string>>; note?: string }
    | { step: 'accept'; by: string; note?: string }
    | { step: 'extend'; by: string; reason: string }
  )
/** `since`: when it is ordered, by the platform's decision on the report or by the bureau as told here. */
export type Mending = {
  report: string
  since: When
  ordered?: { by: string; hours: number; tasks: readonly Task[] }
  course: readonly MendingStep[]
}

/** How creators mended what was upheld against their works: at the second attempt, with more time, handed in and waiting, and not yet. */
export const mendings: readonly Mending[] = [
  {
    report: 'tishen-kuaishou',
    since: '37d 10:20',
    course: [
      { after: 18, step: 'attach', by: '冼敏', file: '第31集改后.mp4' },
      {
        after: 20,
        step: 'hand_in',
        by: '冼敏',
        account: '第 31 集按备案梗概重剪，删去离婚诉讼一线，已重新送审并上传。',
        replaced: [31],
      },
      {
        after: 44,
        step: 'return',
        by: '李宁',
        reasons: { 1: '第 58 集仍沿用删去的人物关系，与梗概不符。' },
        note: '第 31 集已核对，没有问题。',
      },
      { after: 57, step: 'attach', by: '冼敏', file: '第58集改后.mp4' },
      { after: 58, step: 'attach', by: '冼敏', file: '改动对照表.pdf' },
      { after: 60, step: 'hand_in', by: '冼敏', account: '第 58 集补拍两场并重配对白，与梗概一致，改动逐场列表附后。', replaced: [58] },
      { after: 78, step: 'accept', by: '李宁', note: '两集逐场核对，与备案梗概一致。' },
    ],
  },
  {
    report: 'yuhuo',
    since: '5d 10:20',
    course: [
      { after: 40, step: 'extend', by: '杜鹃', reason: '原片素材存放在外地，调取需要三天。' },
      { after: 58, step: 'attach', by: '谭溪', file: '第10集改后截图.png' },
      { after: 60, step: 'hand_in', by: '谭溪', account: '第 10 集私刑复仇改为报警，第 27 集补法院判决一场。', replaced: [10, 27] },
      { at: '14h', step: 'return', by: '杜鹃', reasons: { 0: '01:05 起仍有动用私刑的画面，没有改掉。' } },
    ],
  },
  {
    report: 'shenyi-chongqi',
    since: '1d 10:20',
    course: [
      { after: 6, step: 'attach', by: '谭溪', file: '下架与改版说明.pdf' },
      { after: 7, step: 'hand_in', by: '谭溪', account: '镜像和变速版本已全部撤下，今后只用统一版本上传，版本号随片头标注。' },
    ],
  },
  {
    report: 'qingshi-cnsa',
    since: '1d 16:10',
    ordered: {
      by: '何青',
      hours: 240,
      tasks: [
        { code: 'V09-11', what: '第 1 至 10 集补加人工智能生成提示标识', episode: 1 },
        { code: 'V09-11', what: '自查其余各集，逐集报告有无标识' },
      ],
    },
    course: [{ after: 1, step: 'attach', by: '林芷', file: '第1集补标截图.png' }],
  },
]
