import type { MemberDuty } from '../../lib/kernel/actor'

/** The people of the demonstration: invented, with addresses that reach nobody. */
export type Person = { name: string; email: string; duties: readonly MemberDuty[] }

export const DEMONSTRATION_PASSWORD = 'yeyan-2026-demo'

/** Members of authorities, by the authority's code. */
export const officials: Record<string, Person[]> = {
  NRTA: [
    { name: '周敏', email: 'zhou.min@nrta.example', duties: ['national.approver', 'national.reviewer', 'admin'] },
    { name: '高原', email: 'gao.yuan@nrta.example', duties: ['national.approver'] },
    { name: '林海', email: 'lin.hai@nrta.example', duties: ['national.approver', 'national.reviewer'] },
  ],
  CNSA: [
    { name: '方正', email: 'fang.zheng@cnsa.example', duties: ['association.monitor', 'admin'] },
    { name: '许晴', email: 'xu.qing@cnsa.example', duties: ['association.monitor'] },
  ],
  '11': [
    { name: '陈立', email: 'chen.li@beijing.example', duties: ['province.reviewer', 'admin'] },
    { name: '郑洁', email: 'zheng.jie@beijing.example', duties: ['province.reviewer'] },
  ],
  '33': [{ name: '何青', email: 'he.qing@zhejiang.example', duties: ['province.reviewer', 'admin'] }],
  '44': [{ name: '梁宇', email: 'liang.yu@guangdong.example', duties: ['province.reviewer', 'admin'] }],
  '31': [{ name: '沈宁', email: 'shen.ning@shanghai.example', duties: ['province.reviewer', 'admin'] }],
  '61': [{ name: '秦川', email: 'qin.chuan@shaanxi.example', duties: ['province.reviewer', 'admin'] }],
  '50': [{ name: '江渝', email: 'jiang.yu@chongqing.example', duties: ['province.reviewer', 'admin'] }],
}

export type Applicant = {
  code?: string
  name: string
  shortName?: string
  creditBody: string
  provinceCode: string
  licenceNumber: string
  contact: Person
  colleagues?: Person[]
}

/** The five platforms to begin with; the last character of each credit code is computed. */
export const platforms: (Applicant & { code: string; shortName: string })[] = [
  {
    code: 'wechat',
    name: '深圳市腾讯计算机系统有限公司',
    shortName: '微信',
    creditBody: '91440300DEMA00001',
    provinceCode: '44',
    licenceNumber: '演示-1901',
    contact: { name: '赵磊', email: 'compliance@wechat.example', duties: [] },
    colleagues: [{ name: '钱榕', email: 'qian.rong@wechat.example', duties: ['platform.moderator'] }],
  },
  {
    code: 'douyin',
    name: '北京微播视界科技有限公司',
    shortName: '抖音',
    creditBody: '91110108DEMA00002',
    provinceCode: '11',
    licenceNumber: '演示-1902',
    contact: { name: '韩越', email: 'compliance@douyin.example', duties: [] },
    colleagues: [{ name: '何珊', email: 'he.shan@douyin.example', duties: ['platform.moderator'] }],
  },
  {
    code: 'kuaishou',
    name: '北京快手科技有限公司',
    shortName: '快手',
    creditBody: '91110108DEMA00003',
    provinceCode: '11',
    licenceNumber: '演示-1903',
    contact: { name: '李宁', email: 'compliance@kuaishou.example', duties: [] },
    colleagues: [{ name: '柳青', email: 'liu.qing@kuaishou.example', duties: ['platform.moderator'] }],
  },
  {
    code: 'taobao',
    name: '浙江淘宝网络有限公司',
    shortName: '淘宝',
    creditBody: '91330110DEMA00004',
    provinceCode: '33',
    licenceNumber: '演示-1904',
    contact: { name: '孙悦', email: 'compliance@taobao.example', duties: [] },
    colleagues: [{ name: '苏眠', email: 'su.mian@taobao.example', duties: ['platform.moderator'] }],
  },
  {
    code: 'hongguo',
    name: '红果短剧（演示主体）',
    shortName: '红果',
    creditBody: '91110108DEMA00005',
    provinceCode: '11',
    licenceNumber: '演示-1905',
    contact: { name: '杜鹃', email: 'compliance@hongguo.example', duties: [] },
    colleagues: [{ name: '丁竹', email: 'ding.zhu@hongguo.example', duties: ['platform.moderator'] }],
  },
]

export const creators: Applicant[] = [
  {
    name: '北京夜航文化传媒有限公司',
    creditBody: '91110105DEMA00011',
    provinceCode: '11',
    licenceNumber: '（京）字第09431号',
    contact: { name: '吴桐', email: 'wu.tong@yehang.example', duties: [] },
  },
  {
    name: '杭州青禾影视有限公司',
    creditBody: '91330106DEMA00012',
    provinceCode: '33',
    licenceNumber: '（浙）字第02417号',
    contact: { name: '林芷', email: 'lin.zhi@qinghe.example', duties: [] },
    colleagues: [{ name: '陆遥', email: 'lu.yao@qinghe.example', duties: ['creator.editor'] }],
  },
  {
    name: '浙江青藤影业有限公司',
    creditBody: '91330106DEMA00013',
    provinceCode: '33',
    licenceNumber: '（浙）字第01806号',
    contact: { name: '叶岚', email: 'ye.lan@qingteng.example', duties: [] },
  },
  {
    name: '西安曲江长河影视有限公司',
    creditBody: '91610133DEMA00014',
    provinceCode: '61',
    licenceNumber: '（陕）字第00377号',
    contact: { name: '马驰', email: 'ma.chi@changhe.example', duties: [] },
  },
  {
    name: '广州岭南光影有限公司',
    creditBody: '91440101DEMA00015',
    provinceCode: '44',
    licenceNumber: '（粤）字第03318号',
    contact: { name: '冼敏', email: 'xian.min@lingnan.example', duties: [] },
  },
  {
    name: '重庆山城映画有限公司',
    creditBody: '91500103DEMA00016',
    provinceCode: '50',
    licenceNumber: '（渝）字第00905号',
    contact: { name: '谭溪', email: 'tan.xi@shancheng.example', duties: [] },
  },
]
/** Stands at its bureau's door on the day of the demonstration. */
export const atTheDoor: Applicant = {
  name: '上海弄堂短剧工作室有限公司',
  creditBody: '91310104DEMA00017',
  provinceCode: '31',
  licenceNumber: '（沪）字第05120号',
  contact: { name: '顾弄', email: 'gu.nong@longtang.example', duties: [] },
}
