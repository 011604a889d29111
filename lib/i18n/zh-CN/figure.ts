import type { FactSource, Measure, Standing, TargetKind, What } from '@/lib/figure/workflow'

const target: Record<TargetKind, string> = { drama: '微短剧', episode: '剧集', mini_program: '小程序', account: '账号' }
const named = (kinds: readonly TargetKind[] | undefined) => (kinds?.length ? kinds.map((kind) => target[kind]).join('、') : '对象')

export const figure = {
  what: {
    found: '发现的违规',
    measured: '作出的处置',
    rectified: '整改通过',
    refused: '拒不整改',
    proposed: '提请列入黑名单',
    carried_out: '执行下架指令',
    inspected: '巡查',
    hit: '巡查发现问题',
  } satisfies Record<What, string>,
  orMeasured: '含对其他来源的举报作出的处置',
  target,
  measure: { targets: '对象数', cases: '案件数', episodes: '集数', minutes: '分钟数' } satisfies Record<Measure, string>,
  /** 119 部, 1,188 个, 365 集. */
  unit: (measure: Measure, kinds: readonly TargetKind[] | undefined, _count: number): string =>
    measure === 'episodes'
      ? '集'
      : measure === 'minutes'
        ? '分钟'
        : measure === 'cases'
          ? '宗'
          : kinds?.every((kind) => kind === 'drama' || kind === 'episode')
            ? '部'
            : '个',
  source: {
    self_inspection: '平台自查',
    platform: '其他平台举报',
    association: '协会监看',
    public: '公众举报',
    regulator: '主管部门交办',
    blacklist_match: '黑名单比对',
  } satisfies Record<FactSource, string>,
  standing: { upheld: '主管部门认定', recorded: '平台登记，未经认定', done: '已办' } satisfies Record<Standing, string>,
  stage: { before_airing: '上线前拦截', after_airing: '上线后处置' },
  /** The figure's own name: 作出的处置（账号）· 永久封禁. */
  name: (what: What, kinds: readonly TargetKind[] | undefined, more: readonly string[]) =>
    [`${{ ...figure.what }[what]}（${named(kinds)}）`, ...more].join(' · '),
  unknown: (count: string, measure: Measure) => `另有 ${count} 部${measure === 'minutes' ? '时长' : '集数'}不详，不按 0 计`,
  readable: (count: string) => `其中您可以查看 ${count} 条记录`,
  unreadable: '其中没有您可以查看的记录',
  page: {
    title: '数据来源',
    line: '这个数由下列记录计成。每条都有案件可查；同一部剧、同一小程序、同一账号只计一次。',
    asOf: (when: string) => `截至 ${when}`,
    frozen: (seq: string) => `按第 ${seq} 条记录时冻结`,
    rows: (count: string) => `${count} 条记录`,
    caption: '计入这个数的记录',
    bad: '这个数的口径读不出来',
    badNext: '请回到引用它的页面，从那里重新打开。',
    empty: '没有记录计入这个数',
    emptyNext: '口径之内，这段时间没有发生，或者您所在的单位看不到。',
    noTitle: '名称不在您的可见范围',
    voided: '已撤销',
    unknown: '不详',
  },
  condition: {
    what: '口径',
    period: '时间',
    from: (day: string) => `${day} 起`,
    to: (day: string) => `至 ${day}`,
    between: (from: string, to: string) => `${from} 至 ${to}`,
    always: '不限',
    stage: '阶段',
    groups: '类别',
    codes: '条目',
    sources: '来源',
    standings: '性质',
    rungs: '措施',
    owners: '计入单位',
    standsOn: '对象所在平台',
    platforms: '平台',
    bureaus: '管辖',
    within: '范围',
    batch: '一份批量登记的文件',
  },
  column: {
    at: '计入时间',
    target: '对象',
    kind: '种类',
    number: '案件号',
    codes: '条目',
    rung: '措施',
    standing: '性质',
    episodes: '集数',
    minutes: '分钟',
    voided: '是否撤销',
  },
  yes: '是',
  no: '否',
}
