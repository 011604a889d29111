import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { type Cell, cellName, type Grid, type GridRow, isBlank } from './grid'

/** The columns in the order of the template. */
export const COLUMNS = [
  'reference',
  'kind',
  'name',
  'number',
  'handle',
  'maker',
  'episode',
  'items',
  'seenOn',
  'found',
  'stage',
  'rung',
  'parameter',
  'since',
  'until',
  'episodeCount',
  'minutes',
  'link',
] as const
export type Column = (typeof COLUMNS)[number]
/** Without these nothing can be told of a row. */
const NEEDED = ['reference', 'kind', 'items', 'seenOn', 'found', 'stage'] as const satisfies readonly Column[]
/** Codes: read digit by digit, never as numbers. */
export const CODES: readonly Column[] = ['reference', 'number']

/** What people call the columns; spaces, marks and whatever stands in brackets do not count. */
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
  minutes: '分钟数 涉及分钟 分钟 总分钟 总时长 时长 时长分钟 minutes totalminutes',
  link: '链接 地址 网址 url link links address',
}
const byName = new Map(COLUMNS.flatMap((column) => CALLED[column].split(' ').map((name) => [name, column] as const)))

const plain = (label: string) =>
  label
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[(（【〔[][^)）】〕\]]*[)）】〕\]]?/g, '')
    .replace(/[^\p{L}\p{N}]/gu, '')

/** The column that a head's cell names, if it names one. */
const columnCalled = (cell: Cell | undefined): Column | undefined => (typeof cell === 'string' ? byName.get(plain(cell)) : undefined)

export type Placed = ReadonlyMap<Column, number>
export type HeadRefusal = 'head_missing' | 'column_missing' | 'column_twice'
type Table = { at: Placed; rows: GridRow[] }

const LOOKED_AT = 15
const named = ({ cells }: GridRow) => cells.filter((cell) => columnCalled(cell)).length
const filled = ({ cells }: GridRow) => cells.filter((cell) => !isBlank(cell)).length
const isHead = (row: GridRow | undefined) => row !== undefined && named(row) >= 2 && named(row) * 2 >= filled(row)

/** Of two lines of heads the lower one counts, where it says anything. */
function headOf(lines: readonly GridRow[], column: number): Column | undefined {
  const told = lines.findLast(({ cells }) => !isBlank(cells[column]))
  return columnCalled(told?.cells[column])
}

/**
 * Finds the head among the first lines, of one line or two, whatever stands above it, and gives where each column is and the
 * rows below. Columns with other heads are left alone.
 */
export function findTable({ rows }: Pick<Grid, 'rows'>): Outcome<Table, HeadRefusal> {
  const first = rows.slice(0, LOOKED_AT)
  const best = first.reduce((most, row, i) => (named(row) > named(first[most]!) ? i : most), 0)
  if (!isHead(first[best])) return refuse('head_missing')
  const from = isHead(first[best - 1]) ? best - 1 : best
  const until = isHead(rows[best + 1]) ? best + 1 : best
  const lines = rows.slice(from, until + 1)
  const at = new Map<Column, number>()
  for (let i = 0; i < Math.max(...lines.map(({ cells }) => cells.length)); i += 1) {
    const column = headOf(lines, i)
    if (!column) continue
    const before = at.get(column)
    if (before !== undefined) {
      const line = lines.at(-1)!.line
      return refuse('column_twice', { params: { column, first: cellName(before, line), second: cellName(i, line) } })
    }
    at.set(column, i)
  }
  const absent = NEEDED.find((column) => !at.has(column)) ?? (at.has('name') || at.has('handle') ? undefined : 'name')
  if (absent) return refuse('column_missing', { params: { column: absent } })
  return ok({ at, rows: rows.slice(until + 1) })
}
