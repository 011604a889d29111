// 表头: what people call the columns, and the unit in which a head says that its numbers are: 总时长（小时）, 期限(天), minutes.
import { EPISODES, MINUTES, type Units } from './cells'
import type { Column } from './columns'

/** What people call the columns; spaces, marks and whatever stands in brackets do not count, but for a unit. */
const CALLED: Record<Column, string> = {
  reference: '平台内部编号 内部编号 平台编号 自编号 流水号 案件编号 工单号 处置单号 yourreference ownreference reference internalno ref',
  kind: '对象类型 类型 处置对象 对象 主体类型 subjectkind subject kind type',
  name: '名称 剧名 片名 微短剧名称 短剧名称 作品名称 小程序名称 对象名称 名称或剧名 titleorname title name',
  number:
    '编号 编号或id 备案号 登记号 节目编号 官方编号 appid 小程序id 账号id 帐号id uid 账号编号 numberorid number id officialnumber accountid',
  handle: '账号昵称 帐号昵称 昵称 账号名 账号名称 用户名 accounthandle handle nickname accountname',
  maker: '制作或运营机构 制作机构 制作方 出品方 运营主体 运营机构 运营方 主体名称 producer operator produceroroperator',
  episode: '集号 第几集 集次 所在集 episode episodeno',
  items: '违规条目 违规条目代码 条目 条目代码 违规代码 违规类型 items item itemcodes itemcode violationcode violationcodes',
  seenOn: '发现日期 日期 发现时间 违规日期 datefound foundon date',
  found: '发现的问题 违规情况 问题描述 违规内容 违规描述 情况说明 问题 whatwasfound finding description',
  stage: '播出阶段 上线阶段 阶段 上线前后 播出前后 stage beforeorafterairing airing',
  rung: '处置措施 处罚措施 处置 措施 处罚 处置等级 处置梯度 measure measuretaken penalty action rung',
  parameter: '措施参数 参数 期限 天数 处置期限 封禁天数 parameter term daysorhours',
  since: '开始日期 处置日期 起始日期 处置时间 生效日期 开始时间 起 since start startdate from',
  until: '结束日期 截止日期 解除日期 到期日期 结束时间 止 until end enddate to',
  episodeCount: '涉及集数 集数 总集数 episodes episodecount',
  minutes:
    '分钟数 涉及分钟 分钟 总分钟 总时长 时长 时长分钟 涉及时长 minutes totalminutes 小时数 总小时数 总小时 涉及小时 hours totalhours',
  link: '链接 地址 网址 url link links address',
}
const byName = new Map(
  (Object.entries(CALLED) as [Column, string][]).flatMap(([column, names]) => names.split(' ').map((name) => [name, column] as const)),
)

/** How many minutes, episodes or hours of a term a bare number below such a head stands for, by the unit's words. */
const TERMS: Units = { 天: 24, 日: 24, day: 24, days: 24, 小时: 1, 个小时: 1, h: 1, hour: 1, hours: 1, 周: 168, week: 168, weeks: 168 }
const MEASURED: Partial<Record<Column, Units>> = { minutes: MINUTES, episodeCount: EPISODES, parameter: TERMS }
/** Names that are units themselves: 分钟数（小时） says two things. */
const NAMED_IN: Readonly<Record<string, string>> = {
  分钟数: '分钟',
  涉及分钟: '分钟',
  分钟: '分钟',
  总分钟: '分钟',
  时长分钟: '分钟',
  minutes: '分钟',
  totalminutes: '分钟',
  小时数: '小时',
  总小时数: '小时',
  总小时: '小时',
  涉及小时: '小时',
  hours: '小时',
  totalhours: '小时',
}

const UNIT =
  '[万千百十]?(?:秒钟?|分钟?|个?小时|时|天|日|周|月|年|集|部|ms|secs?|seconds?|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|episodes?)'
const LETTER = '[smhd]'
const IS_UNIT = new RegExp(`^(?:${UNIT}|${LETTER})$`)
const ENDS_IN_UNIT = new RegExp(`^(.+?)(${UNIT}|(?<=\\p{Script=Han})${LETTER})$`, 'u')
const IN_BRACKETS = /[(（【〔[]([^)）】〕\]]*)[)）】〕\]]?/g

const letters = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
/** The units that brackets name: 小时, 单位：小时, 以小时计; a remark names none. */
const unitsIn = (remark: string): string[] =>
  remark
    .split(/[\s/、,;:，；：|]+/)
    .map((part) => letters(part).replace(/^(?:单位|unit|in|以|按|用)+|[计记]$/g, ''))
    .filter((part) => IS_UNIT.test(part))

export type Head = { column: Column; units: string[] }

/** The column that a head names, with every unit that it names, if it names one. */
export function headNamed(label: string): Head | undefined {
  const text = label.normalize('NFKC').toLowerCase()
  const units = [...text.matchAll(IN_BRACKETS)].flatMap(([, remark]) => unitsIn(remark!))
  const name = letters(text.replace(IN_BRACKETS, ''))
  const whole = byName.get(name)
  if (whole) return { column: whole, units: whole in MEASURED && NAMED_IN[name] ? [NAMED_IN[name], ...units] : units }
  const [, stem = '', unit = ''] = ENDS_IN_UNIT.exec(name) ?? []
  const column = byName.get(stem)
  return column && column in MEASURED && !NAMED_IN[stem] ? { column, units: [unit, ...units] } : undefined
}

/**
 * What a bare number below these heads stands for, in the column's own unit: 60 below 总时长（小时）. Nothing where they name no unit;
 * `false` where they name one that is not of this column, or two that differ.
 */
export function factorOf(heads: readonly Head[]): number | false | undefined {
  const known = MEASURED[heads[0]!.column]
  const named = heads.flatMap(({ units }) => units)
  if (!known || named.length === 0) return undefined
  // A term may be in days or hours, row by row: then its cells say which.
  const factors = new Set(named.map((unit) => known[unit]))
  if (factors.size > 1 && known === TERMS && !factors.has(undefined)) return undefined
  const [factor] = factors
  return factors.size === 1 && factor !== undefined ? factor : false
}
