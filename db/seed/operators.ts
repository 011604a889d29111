import type { When } from './when'

type Named = { platform: string; kind: 'mini_program' | 'account'; id: string; name: string }
/** The last character of each credit code is computed. */
type Behind = { name: string; creditBody: string }
type Stated = { at: When; by: string; operator?: Behind; payee?: string; phone?: string; promoters?: readonly string[] }

const yese: Behind = { name: '北京夜色网络科技有限公司', creditBody: '91110105DEMB00031' }
const zhuiju: Behind = { name: '广州追剧文化传播有限公司', creditBody: '91440106DEMB00032' }
const kuangyi: Behind = { name: '杭州狂医网络科技有限公司', creditBody: '91330106DEMB00033' }
const tianju: Behind = { name: '杭州甜剧文化传媒有限公司', creditBody: '91330106DEMB00034' }
/** The producer of 《夜宴》, which is an organization of the portal by this code. */
const yehang: Behind = { name: '北京夜航文化传媒有限公司', creditBody: '91110105DEMA00011' }

const [YESE_PAYEE, KUANGYI_PAYEE] = ['6222020200112233445', '6217000010001234567']
const [YESE_PHONE, ZHUIJU_PHONE] = ['010-80808080', '020-80808081']

/** What accounts were called before a report named them, and one that is called like somebody else's mini-program. */
export const formerNames: readonly (Named & { at: When; by: string })[] = [
  { platform: 'douyin', kind: 'account', id: 'xiaoyu_kanju', name: '小鱼短剧', at: '51d 10:10', by: '何珊' },
  { platform: 'kuaishou', kind: 'account', id: 'tianchong_lb', name: '甜宠不停播', at: '50d 15:20', by: '柳青' },
  { platform: 'douyin', kind: 'account', id: 'yehang_jc', name: '夜航剧场', at: '30d 09:40', by: '何珊' },
]

/** Who is behind mini-programs and accounts, as their platforms state it. */
export const statements: readonly { subject: Named; stated: readonly Stated[] }[] = [
  {
    subject: { platform: 'douyin', kind: 'account', id: 'kuangyi_kanju', name: '狂医看剧' },
    stated: [{ at: '36d 11:00', by: '何珊', operator: kuangyi, payee: KUANGYI_PAYEE }],
  },
  {
    subject: { platform: 'douyin', kind: 'account', id: 'dushi_kuangyi', name: '都市狂医剧场' },
    stated: [{ at: '11d 10:00', by: '何珊', operator: kuangyi, payee: KUANGYI_PAYEE }],
  },
  {
    subject: { platform: 'kuaishou', kind: 'account', id: 'tianchong_lb', name: '甜宠连播' },
    stated: [
      { at: '27d 10:00', by: '柳青', operator: kuangyi },
      { at: '20d 10:30', by: '柳青', operator: tianju, phone: '0571-80808082' },
    ],
  },
  {
    subject: { platform: 'kuaishou', kind: 'account', id: 'shenye_juqing', name: '深夜剧情君' },
    stated: [{ at: '16d 10:20', by: '李宁', operator: yese, payee: YESE_PAYEE }],
  },
  {
    subject: { platform: 'douyin', kind: 'account', id: 'xiaoyu_kanju', name: '小鱼看短剧' },
    stated: [{ at: '15d 16:40', by: '何珊', phone: YESE_PHONE }],
  },
  {
    subject: { platform: 'kuaishou', kind: 'mini_program', id: 'ks5f0c77b1d9', name: '夜色剧场Plus' },
    stated: [
      {
        at: '9d 09:30',
        by: '李宁',
        operator: yese,
        payee: YESE_PAYEE,
        phone: YESE_PHONE,
        promoters: ['深夜剧情君', '广州追剧文化传播有限公司'],
      },
    ],
  },
  {
    subject: { platform: 'wechat', kind: 'mini_program', id: 'wx7e1a90c4d2', name: '夜航剧场' },
    stated: [{ at: '7d 15:10', by: '赵磊', operator: yehang, payee: YESE_PAYEE }],
  },
  {
    subject: { platform: 'wechat', kind: 'account', id: 'gh_zhuiju_bb', name: '追剧宝贝' },
    stated: [{ at: '4d 10:10', by: '钱榕', operator: zhuiju, phone: ZHUIJU_PHONE }],
  },
  {
    subject: { platform: 'douyin', kind: 'account', id: 'zhuiju_zhan', name: '追剧小站' },
    stated: [{ at: '4d 15:00', by: '何珊', operator: { ...zhuiju, name: '广州追剧文化传播公司' }, phone: ZHUIJU_PHONE }],
  },
]
