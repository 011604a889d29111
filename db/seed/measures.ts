import type { When } from './when'

/** A rung with its parameter, empty where it takes none. */
type Rungs = Readonly<Record<string, string>>
export type MeasureStep =
  | { at: When; by: string; step: 'impose'; rungs: Rungs; reason?: string }
  | { at: When; by: string; step: 'revoke'; rung: string; reason: string }
  /** Handed in by a colleague and accepted two hours later, so many hours after it was asked for. */
  | { after: number; by: string; step: 'mend'; hands: string; note: string }
/** What platforms decided about the accounts of upheld reports, and again when what was to be mended was not. */
export const measures: readonly { report: string; course: readonly MeasureStep[] }[] = [
  { report: 'kuangyi', course: [{ at: '7d 15:40', by: '韩越', step: 'impose', rungs: { P1: '72' } }] },
  {
    report: 'kuangyi-kanju',
    course: [
      { at: '34d 10:00', by: '韩越', step: 'impose', rungs: { P1: '72' } },
      { at: '28d 18:00', by: '韩越', step: 'impose', rungs: { P6: '7' } },
    ],
  },
  {
    report: 'xiaoyu',
    course: [
      { at: '14d 17:20', by: '韩越', step: 'impose', rungs: { P1: '72' } },
      { at: '161h', by: '韩越', step: 'impose', rungs: { P6: '7' } },
    ],
  },
  {
    report: 'laobai',
    course: [
      {
        at: '315h',
        by: '韩越',
        step: 'impose',
        rungs: { P6: '15' },
        reason: '5 条集中投放，引流至未成年人聚集的话题，责令整改不足以制止，直接短期封禁。',
      },
    ],
  },
  {
    report: 'baye-first',
    course: [
      { at: '40d 10:50', by: '韩越', step: 'impose', rungs: { P1: '72' } },
      { after: 25, by: '韩越', step: 'mend', hands: '何珊', note: '2 条已删除，账号提交授权承诺。' },
    ],
  },
  { report: 'baye-again', course: [{ at: '602h', by: '韩越', step: 'impose', rungs: { P6: '30' } }] },
  { report: 'shenye', course: [{ at: '13d 10:15', by: '李宁', step: 'impose', rungs: { P9: '', P11: '' } }] },
  {
    report: 'tianchong',
    course: [
      { at: '24d 15:00', by: '李宁', step: 'impose', rungs: { P1: '72' } },
      { after: 25, by: '李宁', step: 'mend', hands: '柳青', note: '雷同片段已删除 57 条，余 3 条为不同内容。' },
    ],
  },
  { report: 'juhuang', course: [{ at: '21h', by: '李宁', step: 'impose', rungs: { P1: '72' } }] },
  {
    report: 'dabenying',
    course: [
      { at: '17d 14:25', by: '赵磊', step: 'impose', rungs: { P1: '72' } },
      { after: 25, by: '赵磊', step: 'mend', hands: '钱榕', note: '推文已改，页面标明逐集价格。' },
    ],
  },
  {
    report: 'lengfan',
    course: [
      { at: '22d 09:50', by: '赵磊', step: 'impose', rungs: { P5: '15' }, reason: '三次提醒后仍在发布，直接禁言。' },
      {
        at: '20d 15:45',
        by: '赵磊',
        step: 'revoke',
        rung: 'P5',
        reason: '账号补交两条作品的授权书，只有一条未获授权，禁言过重，提前解除。',
      },
    ],
  },
  {
    report: 'haowu',
    course: [
      { at: '12d 11:00', by: '孙悦', step: 'impose', rungs: { P1: '72' } },
      { at: '8d 14:40', by: '孙悦', step: 'impose', rungs: { P6: '30' }, reason: '期满未改，并换商品链接继续宣传，加重处理。' },
    ],
  },
  {
    report: 'shenjiang',
    course: [
      { at: '26d 16:00', by: '杜鹃', step: 'impose', rungs: { P1: '72' } },
      { after: 25, by: '杜鹃', step: 'mend', hands: '丁竹', note: '4 条已删除。' },
    ],
  },
  {
    report: 'shenjiang-again',
    course: [
      { at: '98h', by: '杜鹃', step: 'impose', rungs: { P1: '72', P5: '7' } },
      { after: 25, by: '杜鹃', step: 'mend', hands: '丁竹', note: '2 条已删除，账号承诺不再发布同类内容。' },
    ],
  },
]
