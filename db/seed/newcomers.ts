import type { MemberDuty } from '../../lib/kernel/actor'
import { type Applicant, atTheDoor } from './people'
import type { When } from './when'

type Decision = { at: When; by: string; step: 'accept' | 'refuse' | 'suspend'; reason?: string }
/** Organizations that were refused, suspended, or still wait: none of them takes part. */
export const newcomers: readonly { kind: 'creator' | 'platform'; applied: When; applicant: Applicant; course: readonly Decision[] }[] = [
  {
    kind: 'platform',
    applied: '48d 09:30',
    applicant: {
      code: 'xingqiao',
      name: '星桥短剧（演示平台）',
      shortName: '星桥',
      creditBody: '91500112DEMA00006',
      provinceCode: '50',
      licenceNumber: '演示-1906',
      contact: { name: '岳桥', email: 'compliance@xingqiao.example', duties: [] },
    },
    course: [
      { at: '47d 15:00', by: '高原', step: 'accept' },
      { at: '45d 16:45', by: '周敏', step: 'suspend', reason: '许可证核验未通过，暂停接入，待提交更新后的许可证。' },
    ],
  },
  {
    kind: 'platform',
    applied: '3d 10:25',
    applicant: {
      code: 'zhuqingting',
      name: '竹蜻蜓短剧（演示平台）',
      shortName: '竹蜻蜓',
      creditBody: '91440101DEMA00007',
      provinceCode: '44',
      licenceNumber: '演示-1907',
      contact: { name: '竺婷', email: 'compliance@zhuqingting.example', duties: [] },
    },
    course: [],
  },
  { kind: 'creator', applied: '1d 14:20', applicant: atTheDoor, course: [] },
  {
    kind: 'creator',
    applied: '26d 11:15',
    applicant: {
      name: '北京快拍快播工作室',
      creditBody: '91110105DEMA00018',
      provinceCode: '11',
      licenceNumber: '（京）字第00000号',
      contact: { name: '钱多', email: 'qian.duo@kuaipai.example', duties: [] },
    },
    course: [{ at: '23d 14:20', by: '陈立', step: 'refuse', reason: '制作许可证号无法核验，请上传许可证后重新申请。' }],
  },
  {
    kind: 'creator',
    applied: '40d 10:35',
    applicant: {
      name: '广州珠水映画有限公司',
      creditBody: '91440101DEMA00019',
      provinceCode: '44',
      licenceNumber: '（粤）字第03577号',
      contact: { name: '容珠', email: 'rong.zhu@zhushui.example', duties: [] },
    },
    course: [
      { at: '38d 15:15', by: '梁宇', step: 'accept' },
      { at: '12d 16:05', by: '梁宇', step: 'suspend', reason: '法定代表人变更后未更新登记信息，暂停办理。' },
    ],
  },
]

type Invited = { email: string; duties: readonly MemberDuty[]; by: string; at: When }
/** Invitations into organizations: taken up by the person named, taken back, or still open. */
export const invited: readonly (Invited & { joins?: { at: When; name: string }; revoked?: When })[] = [
  {
    by: '韩越',
    at: '44d 10:30',
    email: 'chen.mu@douyin.example',
    duties: ['platform.moderator'],
    joins: { at: '44d 15:10', name: '陈牧' },
  },
  {
    by: '韩越',
    at: '30d 09:20',
    email: 'tang.wei@douyin.example',
    duties: ['admin', 'platform.compliance'],
    joins: { at: '29d 10:05', name: '唐蔚' },
  },
  { by: '韩越', at: '2d 11:45', email: 'xu.ning@douyin.example', duties: ['platform.moderator'] },
  { by: '林芷', at: '8d 16:10', email: 'wen.he@qinghe.example', duties: ['creator.editor'], revoked: '7d 09:15' },
]
/** Who was taken out of an organization, by whom. */
export const removed: readonly { name: string; by: string; at: When }[] = [{ name: '陈牧', by: '韩越', at: '9d 17:05' }]
