// 处置明细: one platform's notice as rows of its file, made up throughout; as many works and accounts as the notice of 2023-11-16 counted.
import { addDays, asDay, type Day } from '../../lib/kernel/time'

export const NOTICE_HEAD = [
  '平台内部编号',
  '对象类型',
  '名称',
  '编号',
  '账号昵称',
  '制作或运营机构',
  '集号',
  '违规条目',
  '发现日期',
  '发现的问题',
  '播出阶段',
  '处置措施',
  '措施参数',
  '开始日期',
  '结束日期',
  '涉及集数',
  '分钟数',
  '链接',
] as const

const FIRST = ['错嫁', '闪婚', '替身', '落难', '归来', '隐世', '假面', '逆光', '豪门', '失忆', '双面', '倒霉']
const MIDDLE = ['千金', '保镖', '神医', '少东家', '女总裁', '渔家女', '快递员', '厨娘', '校花', '驸马']
const LAST = ['不好惹', '又逃婚', '藏不住', '要翻身', '认错人', '赌赢了', '回村记', '打脸录', '倒计时', '不低头']
const PLACES = ['青石巷', '南桥', '北岸', '长汀', '晚亭', '云溪', '石榴街', '三河', '东坪', '柳庄', '白鹭洲', '麦田']
const WORDS = ['短剧社', '剧场', '追剧', '看剧台', '放映室', '小剧院', '剧集号', '故事会', '片库']
/** What was found, by item, and what a platform does about it: rung and parameter. */
const WORKS = [
  ['V04-02', '以衣着暴露、挑逗动作的镜头作片头和封面', 'P3', ''],
  ['V05-02', '主角私下伤人复仇，全剧没有否定', 'P3', ''],
  ['V06-01', '反复展示一掷千金、以财富羞辱他人', 'P3', ''],
  ['V04-04', '片名和封面低俗，与内容无关', 'P1', '72'],
] as const
const ACCOUNTS = [
  ['V12-04', '发布未取得备案号的微短剧片段并引流', 'P6', '7'],
  ['V12-05', '投放的素材与剧集内容不符', 'P5', '3'],
  ['V12-06', '简介中的站外引流信息未清除', 'P1', '72'],
  ['V04-02', '以擦边片段引流', 'P4', '15'],
  ['V04-03', '在评论区发布色情导流信息', 'P9', ''],
] as const

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length]!
/** A made-up title; each number gives another one. */
const madeUpTitle = (at: number) =>
  `${pick(FIRST, at)}${pick(MIDDLE, Math.floor(at / FIRST.length))}${pick(LAST, at * 7 + Math.floor(at / (FIRST.length * MIDDLE.length)))}`
const madeUpHandle = (at: number) =>
  `${pick(PLACES, at)}${pick(WORDS, Math.floor(at / PLACES.length))}${Math.floor(at / (PLACES.length * WORDS.length)) + 1}号`

type Notice = { code: string; from: Day; days: number; dramas: number; accounts: number }

/** The rows of a notice whose findings lie on `days` days from `from` on; the same call gives the same rows. */
export function noticeRows({ code, from, days, dramas, accounts }: Notice): string[][] {
  const on = (at: number) => addDays(asDay(from), at % days)
  const works = Array.from({ length: dramas }, (_, at) => {
    const [item, found, rung, parameter] = pick(WORKS, at)
    const before = at % 10 === 9
    const episodes = 40 + ((at * 7) % 60)
    const minutes = at % 8 === 5 ? '' : String(Math.round(episodes * 1.5))
    const done = before ? ['', '', '', ''] : [rung, parameter, on(at), '']
    const stage = before ? '上线前' : '上线后'
    return [
      `${code}-J${String(at + 1).padStart(4, '0')}`,
      '微短剧',
      madeUpTitle(at),
      '',
      '',
      '',
      '',
      item,
      on(at),
      found,
      stage,
      ...done,
      String(episodes),
      minutes,
      '',
    ]
  })
  const people = Array.from({ length: accounts }, (_, at) => {
    const [item, found, rung, parameter] = pick(ACCOUNTS, at)
    const id = `${code.toLowerCase()}${String(70_000_000_000 + at * 7919)}`
    return [
      `${code}-Z${String(at + 1).padStart(4, '0')}`,
      '账号',
      '',
      id,
      madeUpHandle(at),
      '',
      '',
      item,
      on(at),
      found,
      '上线后',
      rung,
      parameter,
      on(at),
      '',
      '',
      '',
      '',
    ]
  })
  return [...works, ...people]
}
