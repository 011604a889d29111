import type { ERAS, Form, GENRES, SpecialSubject } from '../../lib/drama/workflow'
import * as synopsis from './synopses'
import type { When } from './when'

type Field = 'title' | 'aliases' | 'aiMade' | 'episodes' | 'synopsis' | 'investment' | 'specialSubjects' | 'platformIds'
type Objection = { field: Field; quote?: string; reason: string }
/** What is typed anew after a return. */
export type Revision = { aliases?: string; synopsis?: string; investment?: number; episodes?: string; platforms?: readonly string[] }
/** One act of a filing's history, by a person of the demonstration; the creator's own acts are its signatory's. */
export type FilingStep = { at: When } & (
  | { step: 'save' | 'submit' | 'offer' | 'withdraw' }
  | { step: 'revise'; with: Revision }
  | { step: 'resubmit'; note?: string }
  | { step: 'approve' | 'publish'; by: string }
  | { step: 'forward'; by: string; opinion: string }
  | { step: 'return' | 'send_back'; by: string; objections: readonly Objection[] }
  | { step: 'refuse' | 'reject'; by: string; reason: string }
  | { step: 'record'; by: string; number: string }
  | { step: 'pass_over'; by: string; reason: string }
)
/** `investment` in yuan; `number` of a record is its issuer and serial; `poster` the hue of a generated picture. */
export type Work = {
  key: string
  title: string
  aliases?: string
  by: string
  era: (typeof ERAS)[number]
  genre: (typeof GENRES)[number]
  form?: Form
  ai?: true
  episodes: string
  investment: number
  subjects?: readonly SpecialSubject[]
  voluntary?: true
  synopsis: string
  platforms?: readonly string[]
  poster?: number
  course: readonly FilingStep[]
}

const classOne: Work[] = [
  {
    key: 'changan',
    title: '长安夜宴',
    by: '马驰',
    era: 'ancient',
    genre: 'legend',
    episodes: '48 × 110 s',
    investment: 3_600_000,
    synopsis: synopsis.changan,
    platforms: ['wechat', 'douyin', 'hongguo'],
    poster: 28,
    course: [
      { at: '46d 10:05', step: 'submit' },
      { at: '38d 16:20', step: 'forward', by: '秦川', opinion: '题材健康，服饰礼仪由文博顾问审看，建议公示。' },
      { at: '24d 15:30', step: 'publish', by: '周敏' },
    ],
  },
  {
    key: 'shancheng',
    title: '山城来信',
    aliases: '山城',
    by: '林芷',
    era: 'contemporary',
    genre: 'urban',
    form: 'digital_human',
    ai: true,
    episodes: '80 × 90 s',
    investment: 850_000,
    synopsis: synopsis.shancheng,
    platforms: ['douyin', 'kuaishou', 'hongguo'],
    poster: 204,
    course: [
      { at: '9d 10:16', step: 'submit' },
      {
        at: '5d 15:22',
        step: 'return',
        by: '何青',
        objections: [
          {
            field: 'synopsis',
            quote: '林知夏在信中得知父亲当年的选择。',
            reason: '缺少结局。第 61—80 集没有写人物去向，无法判断主题走向。请补写结局。',
          },
          { field: 'aliases', quote: '山城', reason: '别名过于宽泛，容易与其他作品混淆。请改用完整别名，或删去。' },
        ],
      },
      { at: '3h of work', step: 'revise', with: { synopsis: synopsis.shancheng + synopsis.SHANCHENG_ENDING } },
    ],
  },
  {
    key: 'shanhe',
    title: '山河令下',
    by: '冼敏',
    era: 'ancient',
    genre: 'military',
    episodes: '60 × 120 s',
    investment: 4_200_000,
    synopsis: synopsis.shanhe,
    platforms: ['douyin', 'wechat'],
    poster: 8,
    course: [
      { at: '16d 09:40', step: 'submit' },
      { at: '3d 16:10', step: 'forward', by: '梁宇', opinion: '架空背景，不影射史实，战争场面以侧写为主，同意转报。' },
    ],
  },
  {
    key: 'biancheng',
    title: '边城检察官',
    by: '谭溪',
    era: 'contemporary',
    genre: 'crime',
    episodes: '56 × 115 s',
    investment: 2_600_000,
    subjects: ['judicial'],
    synopsis: synopsis.biancheng,
    platforms: ['kuaishou', 'hongguo'],
    poster: 220,
    course: [
      { at: '17d 14:30', step: 'submit' },
      { at: '2d 11:05', step: 'forward', by: '江渝', opinion: '司法题材，已附协审意见，办案程序逐场核对，同意转报。' },
    ],
  },
  {
    key: 'changjiang',
    title: '长江之歌',
    by: '谭溪',
    era: 'contemporary',
    genre: 'other',
    episodes: '48 × 100 s',
    investment: 1_900_000,
    voluntary: true,
    synopsis: synopsis.changjiang,
    platforms: ['wechat', 'kuaishou'],
    poster: 190,
    course: [
      { at: '12d 10:50', step: 'submit' },
      { at: '1d 16:35', step: 'forward', by: '江渝', opinion: '自愿按一类申报，非遗题材，建议公示。' },
    ],
  },
  {
    key: 'chunchao',
    title: '春潮渡口',
    by: '林芷',
    era: 'contemporary',
    genre: 'rural',
    episodes: '64 × 105 s',
    investment: 3_200_000,
    synopsis: synopsis.chunchao,
    platforms: ['douyin', 'taobao'],
    poster: 168,
    course: [
      { at: '10d 09:25', step: 'submit' },
      { at: '1.4h of work', step: 'forward', by: '何青', opinion: '改革开放题材，梗概完整，同意转报。' },
    ],
  },
  {
    key: 'qinling',
    title: '秦岭守望',
    by: '马驰',
    era: 'contemporary',
    genre: 'rural',
    episodes: '60 × 100 s',
    investment: 3_300_000,
    synopsis: synopsis.qinling,
    platforms: ['douyin', 'kuaishou', 'wechat'],
    poster: 140,
    course: [{ at: '5d 11:15', step: 'submit' }],
  },
  {
    key: 'damo',
    title: '大漠驼铃',
    by: '马驰',
    era: 'contemporary',
    genre: 'youth',
    episodes: '50 × 95 s',
    investment: 3_050_000,
    synopsis: synopsis.damo,
    platforms: ['hongguo'],
    poster: 40,
    course: [
      { at: '34d 10:30', step: 'submit' },
      { at: '22d 15:00', step: 'forward', by: '秦川', opinion: '青年题材，基调明朗，同意转报。' },
      {
        at: '11d 10:40',
        step: 'send_back',
        by: '周敏',
        objections: [
          {
            field: 'synopsis',
            quote: '驼道中段新规划了公路',
            reason: '公路选线一段涉及文物保护，请写明与文物部门的协商过程，不写成个人说服设计单位。',
          },
          { field: 'investment', reason: '投资额与制作周期不相称，请核对是否漏填后期费用。' },
        ],
      },
    ],
  },
  {
    key: 'jianghu',
    title: '江湖听雨',
    by: '冼敏',
    era: 'early_modern',
    genre: 'martial_arts',
    episodes: '60 × 110 s',
    investment: 3_800_000,
    synopsis: synopsis.jianghu,
    platforms: ['douyin'],
    course: [
      { at: '42d 14:10', step: 'submit' },
      { at: '31d 10:15', step: 'forward', by: '梁宇', opinion: '动作场面较多，请总局把握。' },
      {
        at: '18d 16:45',
        step: 'reject',
        by: '林海',
        reason: '全剧以私人擂台和帮会联手推动情节，依法处置仅在结尾一笔带过，价值导向不明确，不予公示。修改故事主线后可另行申报。',
      },
    ],
  },
]

const classTwo: Work[] = [
  {
    key: 'yeyan-qingteng',
    title: '夜宴',
    by: '叶岚',
    era: 'ancient',
    genre: 'palace',
    episodes: '60 × 100 s',
    investment: 1_200_000,
    synopsis:
      '落魄乐师与宫中画师在一场年终夜宴前相遇，两人用七天补全一支失传的曲子，也补上各自与家人的一段亏欠。全剧写技艺与守诺，结局是曲成人散，乐师回乡开馆授徒。',
    platforms: ['taobao', 'hongguo'],
    poster: 276,
    course: [
      { at: '45d 09:50', step: 'submit' },
      { at: '40d 14:25', step: 'approve', by: '何青' },
    ],
  },
  {
    key: 'qingshi',
    title: '青石巷',
    by: '林芷',
    era: 'contemporary',
    genre: 'urban',
    form: 'digital_human',
    ai: true,
    episodes: '60 × 80 s',
    investment: 420_000,
    synopsis: '老城改造中，开裁缝铺的奶奶与做短视频的孙女为一面影壁争执不下，街坊用各自的旧照片拼出它的来历，影壁最终原址保留。',
    platforms: ['douyin', 'kuaishou'],
    poster: 96,
    course: [
      { at: '43d 10:40', step: 'submit' },
      { at: '36d 15:10', step: 'approve', by: '何青' },
    ],
  },
  {
    key: 'chashan',
    title: '云上茶山',
    by: '林芷',
    era: 'contemporary',
    genre: 'rural',
    episodes: '70 × 90 s',
    investment: 1_500_000,
    synopsis: '返乡青年接手外婆的茶园，从一亩高山茶做起，带动全村改种有机茶。',
    platforms: ['taobao', 'wechat'],
    poster: 120,
    course: [
      { at: '41d 11:20', step: 'submit' },
      {
        at: '37d 16:30',
        step: 'return',
        by: '何青',
        objections: [
          { field: 'synopsis', quote: '带动全村改种有机茶', reason: '过程和结局过于简略，请补写主要冲突和结局。' },
          { field: 'platformIds', reason: '计划平台与所附播出意向书不一致，请核对。' },
        ],
      },
      {
        at: '33d 10:05',
        step: 'revise',
        with: {
          synopsis:
            '返乡青年接手外婆的茶园，从一亩高山茶做起。第一年遇上倒春寒几乎绝收，第二年与收购商对簿公堂，第三年办起合作社，带动全村改种有机茶。结局：外婆的老茶树被列入保护名录，新茶第一次用上村名商标。',
          platforms: ['taobao', 'wechat', 'douyin'],
        },
      },
      { at: '33d 10:30', step: 'resubmit' },
      { at: '28d 14:50', step: 'approve', by: '何青' },
    ],
  },
  {
    key: 'yicheng',
    title: '一程山水',
    by: '叶岚',
    era: 'contemporary',
    genre: 'other',
    episodes: '54 × 95 s',
    investment: 1_350_000,
    synopsis: '三个互不相识的人搭同一辆房车走浙西山路，各有一件放不下的旧事。',
    platforms: ['douyin', 'hongguo'],
    poster: 152,
    course: [
      { at: '23d 15:40', step: 'submit' },
      {
        at: '19d 10:20',
        step: 'return',
        by: '何青',
        objections: [
          { field: 'synopsis', quote: '各有一件放不下的旧事', reason: '请写明三条人物线的经过和结局，全文不少于 100 字。' },
          { field: 'episodes', reason: '第 1 集时长与承诺书所附样片不一致，请核对每集时长。' },
        ],
      },
      {
        at: '4d 15:55',
        step: 'revise',
        with: {
          synopsis:
            '三个互不相识的人搭同一辆房车走浙西山路：退役潜水员要把战友的骨灰送回家，离异的钢琴教师想见一面十年未见的女儿，独居老人只想再看一次年轻时修的水库。路上他们修车、迷路、救人，各自的旧事在别人的帮助下有了着落。结局：水库边三家人吃了一顿年夜饭，房车留给下一个需要出发的人。',
          episodes: '54 × 100 s',
        },
      },
      { at: '4d 16:20', step: 'resubmit' },
    ],
  },
  {
    key: 'qiantang',
    title: '钱塘潮信',
    by: '叶岚',
    era: 'contemporary',
    genre: 'youth',
    episodes: '48 × 90 s',
    investment: 1_100_000,
    synopsis: '高三女生为观潮志愿队录下一年的潮声，也录下一座城市清晨四点的人们。结局是潮声成为盲校的第一堂地理课。',
    platforms: ['taobao'],
    course: [{ at: '6d 10:10', step: 'submit' }],
  },
  {
    key: 'laojie',
    title: '老街灯火',
    by: '吴桐',
    era: 'contemporary',
    genre: 'urban',
    episodes: '60 × 85 s',
    investment: 1_250_000,
    synopsis:
      '胡同口最后一家修表铺要关门，三代街坊轮流来取一块修不好的座钟，牵出二十年前一场误会。结局是座钟重新走动，修表铺改为社区钟表博物角。',
    platforms: ['kuaishou', 'douyin'],
    poster: 44,
    course: [{ at: '20d 11:30', step: 'submit' }],
  },
  {
    key: 'hutong',
    title: '胡同里的琴声',
    by: '吴桐',
    era: 'contemporary',
    genre: 'urban',
    episodes: '45 × 100 s',
    investment: 1_080_000,
    synopsis: '失聪的调琴师与爱拉琴的外卖骑手合租一间小屋，用震动和节拍学会交流。结局是两人在胡同口办了一场看得见的音乐会。',
    platforms: ['wechat'],
    course: [{ at: '3d 14:15', step: 'submit' }],
  },
  {
    key: 'lingnan',
    title: '岭南狮醒',
    by: '冼敏',
    era: 'contemporary',
    genre: 'youth',
    episodes: '60 × 95 s',
    investment: 1_800_000,
    synopsis: '三名乡镇中学生为赢得一场醒狮比赛，先要说服不肯教他们的老师傅。结局是比赛落败，三人却把狮头送进了每一所小学。',
    platforms: ['douyin', 'wechat'],
    poster: 12,
    course: [{ at: '8d 10:35', step: 'submit' }],
  },
  {
    key: 'zhujiang',
    title: '珠江小馆',
    by: '冼敏',
    era: 'contemporary',
    genre: 'urban',
    episodes: '50 × 90 s',
    investment: 1_300_000,
    synopsis: '码头边的小馆换了年轻老板，老食客用一道一道旧菜考她，她用一道新菜回答。结局是老板娘把菜谱写成了街坊的口述史。',
    platforms: ['wechat', 'taobao'],
    poster: 172,
    course: [
      { at: '32d 09:35', step: 'submit' },
      { at: '25d 16:05', step: 'approve', by: '梁宇' },
    ],
  },
  {
    key: 'tishen',
    title: '霸道总裁的替身',
    aliases: '总裁替身',
    by: '冼敏',
    era: 'contemporary',
    genre: 'urban',
    episodes: '72 × 80 s',
    investment: 1_150_000,
    synopsis: '女翻译受雇在商务谈判中代替孪生妹妹出面，渐渐发现合同里的陷阱。结局是她用专业能力揭穿骗局，并公开自己的身份。',
    platforms: ['taobao', 'kuaishou'],
    poster: 330,
    course: [
      { at: '47d 10:20', step: 'submit' },
      { at: '43d 15:25', step: 'approve', by: '梁宇' },
    ],
  },
  {
    key: 'qujiang',
    title: '曲江无弦',
    by: '马驰',
    era: 'ancient',
    genre: 'legend',
    episodes: '40 × 105 s',
    investment: 1_600_000,
    synopsis: '盲眼琴匠为一把无弦琴寻找主人，一路经过四场相聚与别离。结局是琴留在学堂，弦由学生们一根一根装上。',
    platforms: ['hongguo', 'kuaishou'],
    poster: 260,
    course: [
      { at: '38d 10:55', step: 'submit' },
      { at: '30d 11:40', step: 'approve', by: '秦川' },
    ],
  },
  {
    key: 'yiye',
    title: '一夜成凰',
    by: '吴桐',
    era: 'ancient',
    genre: 'palace',
    episodes: '90 × 75 s',
    investment: 1_050_000,
    synopsis: '绣坊女工误被选入宫中，靠一手补绣的本事查清一桩冤案。结局是她谢绝封赏，回到绣坊。',
    platforms: ['kuaishou', 'douyin'],
    poster: 350,
    course: [
      { at: '44d 11:05', step: 'submit' },
      { at: '37d 10:45', step: 'approve', by: '郑洁' },
    ],
  },
  {
    key: 'huoguo',
    title: '火锅江湖',
    by: '谭溪',
    era: 'contemporary',
    genre: 'urban',
    episodes: '60 × 90 s',
    investment: 1_400_000,
    synopsis: '两家隔街相望的火锅店斗了三十年，下一代却想合开一家不辣的。结局是两口锅并成一口鸳鸯锅。',
    platforms: ['kuaishou', 'wechat'],
    poster: 4,
    course: [{ at: '2d 15:10', step: 'submit' }],
  },
  {
    key: 'tikan',
    title: '梯坎人家',
    by: '谭溪',
    era: 'contemporary',
    genre: 'urban',
    episodes: '66 × 85 s',
    investment: 1_020_000,
    synopsis: '三代挑夫守着一段梯坎，孙子想装一部电梯。',
    platforms: ['douyin'],
    course: [
      { at: '35d 14:40', step: 'submit' },
      {
        at: '22d 10:30',
        step: 'refuse',
        by: '江渝',
        reason: '所附投资证明与申请表不符，两次通知补正均未提供原件，不予备案。补齐材料后可以重新申请。',
      },
    ],
  },
  {
    key: 'danche',
    title: '单车追风',
    by: '林芷',
    era: 'contemporary',
    genre: 'youth',
    episodes: '40 × 90 s',
    investment: 1_010_000,
    synopsis: '高考失利的少年骑行八百公里去看海，一路上捎带了五位陌生人的口信。',
    platforms: ['douyin'],
    course: [
      { at: '30d 16:15', step: 'submit' },
      { at: '27d 09:45', step: 'withdraw' },
    ],
  },
]

const classThree: Work[] = [
  {
    key: 'yeyan',
    title: '夜宴',
    aliases: '夜宴之局',
    by: '吴桐',
    era: 'contemporary',
    genre: 'urban',
    episodes: '80 × 88 s',
    investment: 960_000,
    synopsis: '一场私人晚宴上，七位宾客各怀心事，主人迟迟没有出现。',
    platforms: ['kuaishou'],
    poster: 310,
    course: [
      { at: '46d 14:20', step: 'offer' },
      { at: '44d 16:00', step: 'record', by: '李宁', number: '快手 004127' },
    ],
  },
  {
    key: 'lanyin',
    title: '外婆的蓝印花布',
    by: '叶岚',
    era: 'contemporary',
    genre: 'rural',
    episodes: '36 × 80 s',
    investment: 480_000,
    synopsis: '小镇女孩用手机记录外婆染布的一年四季，意外帮染坊接到第一张海外订单。',
    platforms: ['douyin', 'kuaishou', 'hongguo'],
    poster: 214,
    course: [
      { at: '18d 10:25', step: 'offer' },
      { at: '16d 11:30', step: 'record', by: '韩越', number: '抖音 018342' },
      { at: '15d 15:05', step: 'record', by: '李宁', number: '快手 005210' },
    ],
  },
  {
    key: 'zaoban',
    title: '早班地铁',
    by: '吴桐',
    era: 'contemporary',
    genre: 'urban',
    episodes: '30 × 75 s',
    investment: 360_000,
    synopsis: '首班地铁司机与每天同一节车厢的七名乘客，在一次临时停车中第一次说话。',
    platforms: ['wechat', 'douyin', 'taobao'],
    poster: 200,
    course: [{ at: '2d 10:40', step: 'offer' }],
  },
  {
    key: 'naicha',
    title: '奶茶店的春天',
    by: '冼敏',
    era: 'contemporary',
    genre: 'youth',
    episodes: '32 × 70 s',
    investment: 290_000,
    synopsis: '四名毕业生合开一家奶茶店，第一年几乎关门，第二年学会了和房东、加盟商、彼此谈判。',
    platforms: ['taobao', 'wechat'],
    poster: 20,
    course: [
      { at: '21d 14:30', step: 'offer' },
      { at: '19d 16:20', step: 'record', by: '赵磊', number: '微信 002876' },
      { at: '17d 10:50', step: 'pass_over', by: '孙悦', reason: '与本平台同期立项的自制短剧题材重合，本期不收。' },
    ],
  },
  {
    key: 'lundu',
    title: '轮渡九点半',
    by: '谭溪',
    era: 'contemporary',
    genre: 'urban',
    form: 'comic',
    episodes: '24 × 90 s',
    investment: 180_000,
    synopsis: '每晚九点半的末班轮渡上，检票员收到一张写着不同愿望的船票。',
    platforms: ['hongguo', 'kuaishou', 'douyin'],
    poster: 232,
    course: [
      { at: '7d 11:10', step: 'offer' },
      { at: '5d 10:05', step: 'pass_over', by: '李宁', reason: '画面分辨率低于本平台入库要求，补齐后可以再次提交。' },
    ],
  },
  {
    key: 'tuixiu',
    title: '退休侦探',
    by: '马驰',
    era: 'contemporary',
    genre: 'crime',
    episodes: '40 × 85 s',
    investment: 520_000,
    synopsis: '退休的小区保安替邻居寻找丢失的东西，每一件都牵出一段邻里往事。',
    platforms: ['hongguo', 'wechat'],
    course: [
      { at: '29d 10:00', step: 'offer' },
      { at: '26d 15:35', step: 'withdraw' },
    ],
  },
  {
    key: 'shenyi',
    title: '神医下山',
    by: '谭溪',
    era: 'contemporary',
    genre: 'urban',
    episodes: '96 × 70 s',
    investment: 450_000,
    synopsis: '山村赤脚医生的徒弟进城求学，用所学帮助社区老人，也学会了什么时候该把病人送去医院。',
    platforms: ['hongguo', 'kuaishou'],
    poster: 84,
    course: [
      { at: '40d 10:15', step: 'offer' },
      { at: '38d 11:20', step: 'record', by: '杜鹃', number: '红果 031905' },
      { at: '37d 16:40', step: 'record', by: '李宁', number: '快手 004466' },
    ],
  },
]

const drafts: Work[] = [
  {
    key: 'wuming',
    title: '无名旅店',
    by: '吴桐',
    era: 'contemporary',
    genre: 'other',
    episodes: '50 × 90 s',
    investment: 1_200_000,
    synopsis: '公路边的旅店只在雨夜亮灯，每位住客留下一件东西抵房费。（待补：第 30 集以后）',
    platforms: ['kuaishou'],
    course: [{ at: '2h of work', step: 'save' }],
  },
  {
    key: 'yunhe',
    title: '运河谣',
    by: '陆遥',
    era: 'early_modern',
    genre: 'legend',
    episodes: '60 × 100 s',
    investment: 2_000_000,
    synopsis: '民国初年，运河边的评弹世家面临散班。',
    platforms: ['taobao', 'wechat'],
    course: [{ at: '4d 17:05', step: 'save' }],
  },
  {
    key: 'qilou',
    title: '骑楼雨',
    by: '冼敏',
    era: 'contemporary',
    genre: 'urban',
    episodes: '36 × 80 s',
    investment: 700_000,
    synopsis: '',
    course: [{ at: '1d 11:50', step: 'save' }],
  },
]

/** What the six creators have filed, offered or begun to write. */
export const works: readonly Work[] = [...classOne, ...classTwo, ...classThree, ...drafts]
