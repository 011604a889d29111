import type { When } from './when'

/** An answer to an order, so many minutes after it was issued or at its own time: what was taken down, or what was said instead. */
export type OrderStep = { by: string; after: number | When } & (
  | { step: 'remove'; episodes: number; links: number }
  | { step: 'find_absent'; note?: string }
  | { step: 'object'; reason: string }
)
/** What 总局 did about one platform's order. */
export type OrderRuling = { at: When; platform: string; by: string } & (
  | { step: 'overrule' | 'excuse'; reason: string }
  | { step: 'remind'; note: string }
)
export type ListingStep = { at: When; by: string } & (
  | { step: 'support'; report: string; reason: string }
  | { step: 'withdraw'; reason: string }
  | { step: 'verify'; severity?: number; adds?: readonly string[]; remark: string }
  | { step: 'dismiss' | 'decline' | 'lift'; reason: string }
  | { step: 'approve'; remark: string }
)
/** `codes` are the upheld items that the entry rests on; `adds` of a verification are reports whose works come into the scope. */
export type Listing = {
  report: string
  by: string
  at: When
  codes: readonly string[]
  names?: readonly string[]
  reason: string
  course: readonly ListingStep[]
  /** P10 was imposed on the report by then, and proposed it. */
  imposed?: boolean
  answers?: readonly OrderStep[]
  rulings?: readonly OrderRuling[]
}

const nowhere = '按片名、别名和编号检索全站，没有找到。'

/** On the list or lifted from it, the oldest first; the last two are of these two days. */
const listed: Listing[] = [
  {
    report: 'anye',
    by: '方正',
    at: '44d 09:10',
    codes: ['V04-01'],
    names: ['暗夜契约', '暗夜之约'],
    reason: '淫秽画面，多平台传播，建议立即下架。',
    course: [
      { at: '44d 10:20', by: '陈立', step: 'verify', remark: '三处属实，4 级。' },
      { at: '44d 11:30', by: '周敏', step: 'approve', remark: '依据充分，立即下架。' },
    ],
    answers: [
      { by: '李宁', after: 52, step: 'remove', episodes: 60, links: 6 },
      { by: '韩越', after: 88, step: 'remove', episodes: 60, links: 9 },
      { by: '孙悦', after: 95, step: 'find_absent', note: nowhere },
      { by: '赵磊', after: 110, step: 'remove', episodes: 24, links: 2 },
      { by: '杜鹃', after: 171, step: 'remove', episodes: 60, links: 4 },
    ],
  },
  {
    report: 'kuanglong',
    by: '韩越',
    at: '41d 15:20',
    codes: ['V05-03'],
    names: ['狂龙出狱', '狂龙出狱（完整版）'],
    reason: '美化黑恶势力，换名版本已经出现。',
    course: [
      { at: '40d 10:35', by: '郑洁', step: 'verify', remark: '属实。' },
      { at: '40d 14:00', by: '高原', step: 'approve', remark: '同意列入。换名版本一并下架。' },
    ],
    answers: [
      { by: '韩越', after: 140, step: 'remove', episodes: 72, links: 8 },
      { by: '李宁', after: 176, step: 'remove', episodes: 72, links: 5 },
      { by: '孙悦', after: 180, step: 'find_absent' },
      { by: '杜鹃', after: 235, step: 'remove', episodes: 70, links: 3 },
      { by: '赵磊', after: 240, step: 'remove', episodes: 72, links: 2 },
    ],
  },
  {
    report: 'tishen-kuaishou',
    by: '李宁',
    at: '37d 15:05',
    codes: ['V09-06'],
    names: ['霸道总裁的替身', '总裁替身'],
    reason: '播出内容与备案内容不符，28 集涉及主要人物关系。',
    course: [
      { at: '36d 10:15', by: '梁宇', step: 'verify', remark: '属实，制作机构未办理变更。' },
      { at: '36d 15:40', by: '周敏', step: 'approve', remark: '同意列入。按备案内容改正并复核后可以申请解除。' },
      {
        at: '10d 10:30',
        by: '林海',
        step: 'lift',
        reason: '制作机构已恢复备案版本并提交全部剧集，广东局复核与备案内容一致，解除列入，恢复备案。',
      },
    ],
    answers: [
      { by: '李宁', after: 150, step: 'remove', episodes: 72, links: 3 },
      { by: '韩越', after: 165, step: 'remove', episodes: 40, links: 2 },
      { by: '赵磊', after: 200, step: 'find_absent', note: nowhere },
      { by: '杜鹃', after: 260, step: 'find_absent' },
      { by: '孙悦', after: 300, step: 'object', reason: '所列链接不在本平台域名下，为第三方网页仿冒，本平台无法处理。' },
    ],
    rulings: [
      {
        at: '35d 16:10',
        platform: 'taobao',
        by: '高原',
        step: 'excuse',
        reason: '核对域名，链接不属于该平台，异议成立。仿冒网页另案移送。',
      },
    ],
  },
  {
    report: 'chongsheng',
    by: '李宁',
    at: '33d 10:10',
    codes: ['V07-01'],
    names: ['重生之我是首富'],
    reason: '宣扬迷信，贯穿全剧。',
    course: [
      { at: '32d 15:30', by: '陈立', step: 'verify', remark: '属实。' },
      { at: '31d 10:20', by: '周敏', step: 'approve', remark: '同意列入。' },
    ],
    answers: [
      { by: '李宁', after: 118, step: 'remove', episodes: 80, links: 5 },
      { by: '杜鹃', after: 138, step: 'remove', episodes: 80, links: 4 },
      { by: '孙悦', after: 190, step: 'find_absent' },
      { by: '赵磊', after: 205, step: 'find_absent', note: nowhere },
      { by: '韩越', after: 240, step: 'object', reason: '本平台版本已删去法事情节，与所列画面不同，请复核。' },
      { by: '韩越', after: '30d 12:20', step: 'remove', episodes: 80, links: 7 },
    ],
    rulings: [
      {
        at: '30d 09:30',
        platform: 'douyin',
        by: '林海',
        step: 'overrule',
        reason: '抽看第 4、22 集，相关情节仍在，异议不成立，接着计时。',
      },
    ],
  },
  {
    report: 'haomen',
    by: '许晴',
    at: '28d 09:40',
    codes: ['V05-02'],
    names: ['豪门弃妇的复仇'],
    reason: '极端复仇，未作否定性处理。',
    course: [
      { at: '27d 14:15', by: '何青', step: 'verify', remark: '属实。' },
      { at: '26d 11:00', by: '高原', step: 'approve', remark: '同意列入。' },
    ],
    answers: [
      { by: '李宁', after: 92, step: 'remove', episodes: 60, links: 4 },
      { by: '孙悦', after: 104, step: 'remove', episodes: 60, links: 3 },
      { by: '韩越', after: 116, step: 'remove', episodes: 60, links: 6 },
      { by: '杜鹃', after: 150, step: 'remove', episodes: 58, links: 2 },
      { by: '赵磊', after: 180, step: 'find_absent' },
    ],
  },
  {
    report: 'shishe',
    by: '许晴',
    at: '21d 14:10',
    codes: ['V08-03'],
    names: ['青春诗社'],
    reason: '未成年不良行为，正面表现。',
    course: [
      { at: '20d 10:20', by: '郑洁', step: 'verify', remark: '属实。' },
      { at: '20d 15:50', by: '高原', step: 'approve', remark: '同意列入。' },
      {
        at: '20d 17:05',
        by: '周敏',
        step: 'lift',
        reason: '复核发现所列画面出自另一部同名网络电影的片段，列入依据不成立，解除列入，已下架的平台可以恢复。',
      },
    ],
    answers: [{ by: '李宁', after: 26, step: 'remove', episodes: 30, links: 2 }],
  },
  {
    report: 'yinhun',
    by: '杜鹃',
    at: '23d 10:25',
    codes: ['V04-02'],
    names: ['隐婚夫人的秘密', '隐婚夫人'],
    reason: '以擦边镜头作付费点，多集。',
    course: [
      { at: '22d 11:45', by: '郑洁', step: 'verify', remark: '属实。' },
      { at: '21d 10:30', by: '周敏', step: 'approve', remark: '同意列入。' },
    ],
    answers: [
      { by: '杜鹃', after: 62, step: 'remove', episodes: 88, links: 4 },
      { by: '李宁', after: 71, step: 'remove', episodes: 88, links: 3 },
      { by: '韩越', after: 104, step: 'remove', episodes: 88, links: 8 },
      { by: '赵磊', after: 125, step: 'remove', episodes: 30, links: 1 },
      { by: '孙悦', after: 170, step: 'find_absent' },
    ],
  },
  {
    report: 'wuye',
    by: '韩越',
    at: '19d 14:50',
    codes: ['V05-06', 'V04-02'],
    names: ['午夜直播间'],
    reason: '危险模仿，已有未成年人效仿的评论。',
    course: [
      { at: '18d 10:10', by: '陈立', step: 'verify', remark: '两项均属实。' },
      { at: '17d 09:50', by: '高原', step: 'approve', remark: '同意列入，请各平台清理模仿视频。' },
    ],
    answers: [
      { by: '韩越', after: 45, step: 'remove', episodes: 50, links: 9 },
      { by: '李宁', after: 80, step: 'remove', episodes: 50, links: 6 },
      { by: '杜鹃', after: 101, step: 'remove', episodes: 50, links: 2 },
      { by: '孙悦', after: 160, step: 'find_absent' },
      { by: '赵磊', after: 176, step: 'find_absent', note: nowhere },
    ],
  },
  {
    report: 'jinghun',
    by: '赵磊',
    at: '15d 10:40',
    codes: ['V05-01'],
    names: ['夜宴惊魂'],
    reason: '血腥画面三处，未作处理。',
    course: [
      { at: '14d 11:15', by: '梁宇', step: 'verify', remark: '属实。与其他名为《夜宴》的作品无关。' },
      { at: '13d 14:20', by: '周敏', step: 'approve', remark: '同意列入。仅此作品，同名相近作品不在范围内。' },
    ],
    answers: [
      { by: '李宁', after: 58, step: 'remove', episodes: 36, links: 2 },
      { by: '赵磊', after: 66, step: 'remove', episodes: 36, links: 3 },
      { by: '韩越', after: 92, step: 'remove', episodes: 36, links: 4 },
      { by: '孙悦', after: 150, step: 'find_absent' },
      { by: '杜鹃', after: 210, step: 'find_absent' },
    ],
  },
  {
    report: 'guijia',
    by: '孙悦',
    at: '10d 15:00',
    codes: ['V07-01', 'V09-01'],
    names: ['鬼嫁', '红盖头'],
    reason: '以阴亲仪式为主线，没有编号。',
    course: [
      { at: '9d 11:20', by: '何青', step: 'verify', remark: '属实。' },
      { at: '8d 10:05', by: '林海', step: 'approve', remark: '同意列入。' },
    ],
    answers: [
      { by: '孙悦', after: 40, step: 'remove', episodes: 40, links: 3 },
      { by: '韩越', after: 55, step: 'remove', episodes: 40, links: 5 },
      { by: '李宁', after: 82, step: 'remove', episodes: 40, links: 2 },
      { by: '赵磊', after: 140, step: 'find_absent' },
      { by: '杜鹃', after: 155, step: 'find_absent' },
    ],
  },
  {
    report: 'mengwa',
    by: '方正',
    at: '4d 09:30',
    codes: ['V08-02'],
    names: ['萌娃当家'],
    reason: '儿童成人化，涉及未成年人保护。',
    course: [
      { at: '3d 10:15', by: '陈立', step: 'verify', remark: '属实。' },
      { at: '2d 10:00', by: '高原', step: 'approve', remark: '同意列入。' },
    ],
    answers: [
      { by: '韩越', after: 39, step: 'remove', episodes: 48, links: 3 },
      { by: '李宁', after: 51, step: 'remove', episodes: 48, links: 2 },
      { by: '杜鹃', after: 77, step: 'remove', episodes: 48, links: 2 },
      { by: '孙悦', after: 130, step: 'find_absent' },
      { by: '赵磊', after: 300, step: 'object', reason: '本平台同名作品为另一家机构制作的亲子纪录短片，画面与所列不同，不是同一作品。' },
    ],
  },
  {
    report: 'yeyan-kuaishou',
    by: '李宁',
    at: '3d 15:00',
    codes: ['V04-02', 'V10-05'],
    names: ['夜宴', '夜宴之局'],
    reason: '三集片头擦边，整改期满拒不改正，其他平台已有搬运。',
    course: [
      {
        at: '3d 16:25',
        by: '陈立',
        step: 'verify',
        severity: 3,
        adds: ['yeyan-wechat'],
        remark: '12、15、33 集核对属实。首次拒改，已停止投流，定 3 级。',
      },
      { at: '26h office', by: '周敏', step: 'approve', remark: '依据充分，范围明确。浙江青藤影业的同名作品不在范围内。' },
    ],
    answers: [
      { by: '李宁', after: 18, step: 'remove', episodes: 80, links: 5 },
      { by: '何珊', after: 67, step: 'remove', episodes: 80, links: 4 },
      { by: '孙悦', after: 106, step: 'find_absent', note: nowhere },
      { by: '赵磊', after: 215, step: 'remove', episodes: 24, links: 3 },
    ],
  },
  {
    report: 'naibao',
    by: '许晴',
    at: '2.9h',
    codes: ['V08-05'],
    names: ['奶包历险记'],
    reason: '面向儿童的邪典动画，传播快，建议立即下架。',
    course: [
      { at: '1.8h', by: '陈立', step: 'verify', remark: '属实，4 级。' },
      { at: '0.7h', by: '高原', step: 'approve', remark: '立即下架，两小时内答复。' },
    ],
    answers: [{ by: '李宁', after: 11, step: 'remove', episodes: 26, links: 4 }],
  },
]

/** Verified and waiting for 总局, proposed and waiting at bureaus, turned down and taken back. */
const underway: Listing[] = [
  {
    report: 'zhuixu',
    by: '韩越',
    at: '2.6h',
    codes: ['V10-01'],
    names: ['赘婿的千亿账单', '千亿账单'],
    reason: '改名换皮再上架。',
    course: [{ at: '1.13h', by: '何青', step: 'verify', remark: '属实，与此前下架作品为同一作品。' }],
  },
  {
    report: 'yuhuo',
    by: '方正',
    at: '5d 10:30',
    codes: ['V05-02'],
    names: ['狱火归来'],
    reason: '极端复仇，全剧正面表现。',
    course: [{ at: '3d 11:00', by: '江渝', step: 'verify', remark: '属实。' }],
  },
  {
    report: 'yiye-kuaishou',
    by: '李宁',
    at: '4d 10:45',
    codes: ['V04-02'],
    names: ['一夜成凰'],
    reason: '补拍版片头擦边，与备案版不同。',
    course: [{ at: '2d 16:00', by: '陈立', step: 'verify', remark: '属实。备案版本不含所列镜头，列入后备案同时停用。' }],
  },
  {
    report: 'junggong',
    by: '方正',
    at: '3d 09:45',
    codes: ['V02-02'],
    names: ['爷爷的军功章'],
    reason: '歪曲史实，戏谑牺牲。',
    course: [{ at: '1d 15:30', by: '梁宇', step: 'verify', remark: '属实。' }],
  },
  {
    report: 'longwang',
    by: '韩越',
    at: '2d 10:20',
    codes: ['V05-03'],
    names: ['龙王殿'],
    reason: '美化黑恶势力，丑化公职人员。',
    course: [
      { at: '1d 14:35', by: '李宁', step: 'support', report: 'longwang-kuaishou', reason: '本平台同样发现，已自行停播，支持列入。' },
    ],
  },
  {
    report: 'shenyi-chongqi',
    by: '杜鹃',
    at: '1d 14:00',
    codes: ['V10-03'],
    names: ['神医下山：重启', '神医下山重启'],
    reason: '镜像、变速规避比对，多次重新上传。',
    course: [],
  },
  {
    report: 'dushi',
    by: '赵磊',
    at: '3d 09:35',
    codes: ['V05-05'],
    names: ['赌石狂少'],
    reason: '展示赌博，以暴富为爽点。',
    course: [],
  },
  {
    report: 'tijia',
    by: '孙悦',
    at: '1d 11:00',
    codes: ['V07-01'],
    names: ['替嫁冥婚'],
    reason: '正面展示冥婚仪式。',
    course: [],
  },
  {
    report: 'tuihun',
    by: '赵磊',
    at: '24d 10:00',
    codes: ['V05-01'],
    names: ['退婚后我封神了'],
    reason: '血腥镜头。',
    course: [{ at: '23d 11:30', by: '梁宇', step: 'dismiss', reason: '仅一处且平台已自行删除，未见传播，不列入。' }],
  },
  {
    report: 'tianjiang',
    by: '李宁',
    at: '26d 14:40',
    codes: ['V05-05'],
    names: ['天降神豪'],
    reason: '展示赌博并炫富。',
    course: [
      { at: '25d 15:25', by: '陈立', step: 'verify', remark: '属实。' },
      { at: '23d 10:50', by: '林海', step: 'decline', reason: '涉案仅两集，以责令整改处理更为相称，不列入。' },
    ],
  },
  {
    report: 'huajiao',
    by: '杜鹃',
    at: '17d 15:35',
    codes: ['V04-02'],
    names: ['花轿错'],
    reason: '擦边镜头。',
    course: [{ at: '16d 10:00', by: '杜鹃', step: 'withdraw', reason: '制作方当日删改，已无所列画面。' }],
  },
]

/** A mini-program that its own platform proposed by imposing P10; the order goes to that platform alone. */
const programs: Listing[] = [
  {
    report: 'app-majia',
    by: '李宁',
    at: '8d 11:20',
    imposed: true,
    codes: ['V10-02'],
    reason: '换名再开。',
    course: [
      { at: '8d 12:40', by: '郑洁', step: 'verify', remark: '剧目、收款账户与已下架的夜色剧场一致，4 级。' },
      { at: '8d 13:50', by: '周敏', step: 'approve', remark: '换马甲转移阵地，依据充分。' },
    ],
    answers: [{ by: '李宁', after: 38, step: 'remove', episodes: 0, links: 2 }],
  },
]

/** What was proposed for the blacklist, and what came of it. */
export const listings: readonly Listing[] = [...listed, ...programs, ...underway]
