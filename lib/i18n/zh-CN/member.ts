import type { MemberDuty } from '../../kernel/actor'
import type { Params } from '../../kernel/outcome'

export const member = {
  duty: {
    'national.approver': '审批',
    'national.reviewer': '复核',
    'province.reviewer': '审核',
    'association.monitor': '监看',
    'platform.moderator': '审核',
    'platform.compliance': '合规',
    'creator.editor': '填报',
    'creator.signatory': '签报',
    admin: '管理员',
  } satisfies Record<MemberDuty, string>,
  noDuty: '没有职责',
  field: { email: '邮箱', password: '密码' },
  signIn: {
    title: '登录',
    line: '监管部门、平台和制作机构共用一个入口。',
    forgotten: '忘记密码',
    show: '显示',
    hide: '隐藏',
    act: '登录',
    busy: '正在登录…',
    limits: '监管部门、协会和平台成员 30 分钟不操作会自动退出，制作机构 24 小时；填写中的内容会保留。',
    doors: '没有账号',
    creator: '注册制作机构',
    creatorText: '准备统一社会信用代码和制作许可证，所在省局受理后即可报备作品。',
    platform: '平台申请接入',
    platformText: '由总局接入。已接入平台和监管部门的成员，由本单位管理员发送一次性邀请链接。',
    public: '不登录，查登记与黑名单',
    publicText: '按片名、编号或制作机构查询。',
  },
  refusal: {
    wrong_password: '邮箱或密码不对。请核对后再试，或用“忘记密码”重新设置。',
    too_many_attempts: '试的次数太多了。请 15 分钟后再试，或用“忘记密码”重新设置。',
  } as Record<string, string | ((params: Params) => string)>,
}
