import type { Topic } from '@/lib/consultation/workflow'
import type { When } from './when'

export type ConsultationStep = { at: When; by: string } & (
  | { step: 'answer'; answer: string }
  | { step: 'publish'; title: string; question: string; answer: string; clauses?: string[] }
  | { step: 'withdraw' }
)
/** What creators of the demonstration ask before they film, and what becomes of it. */
export type Asked = {
  key: string
  by: string
  at: When
  topic: Topic
  title: string
  question: string
  workTitle?: string
  course: readonly ConsultationStep[]
}

export const consultations: readonly Asked[] = [
  {
    key: 'half-ai',
    by: '吴桐',
    at: '34d 10:10',
    topic: 'ai',
    title: '一半镜头用 AI 生成，算 AI 制作吗',
    question:
      '我们的古装剧人物由真人出演，背景和战争场面用 AI 生成，约占一半镜头。备案时“AI 制作”一栏应当填是还是否？投资 90 万元，两种填法类别不同。',
    workTitle: '长安雪夜行',
    course: [
      {
        at: '30d 15:40',
        by: '陈立',
        step: 'answer',
        answer: '人物表演由真人完成、AI 只用于背景的，按非 AI 制作备案，同时在备案信息中写明 AI 使用的环节；每集仍须标注 AI 提示。',
      },
      {
        at: '28d 11:20',
        by: '陈立',
        step: 'publish',
        title: '部分镜头用 AI 生成，如何填报“AI 制作”',
        question: '真人出演、背景画面用 AI 生成的微短剧，备案时是否填“AI 制作”？',
        answer:
          '看画面主体：人物表演由真人完成、AI 只用于背景或特效的，按非 AI 制作备案；画面主体由 AI 生成的，按 AI 制作备案。两种情况都要在备案信息中写明 AI 使用的环节，上线后每集标注 AI 提示。',
        clauses: ['V09-11', 'V09-05'],
      },
    ],
  },
  {
    key: 'police-role',
    by: '林芷',
    at: '26d 14:30',
    topic: 'special_subject',
    title: '配角是民警，是否属于特殊题材',
    question: '全剧讲返乡创业，第 12、13 集有一名社区民警调解纠纷。这样是否算涉及公安题材，要不要协审？',
    workTitle: '稻花香里',
    course: [
      {
        at: '21d 10:00',
        by: '何青',
        step: 'answer',
        answer: '主要剧情不涉及公安工作、民警只作为配角短暂出现的，不按特殊题材办理；请注意警服、警车、执法程序的规范。',
      },
      {
        at: '19d 16:10',
        by: '何青',
        step: 'publish',
        title: '剧中短暂出现民警，是否按公安题材协审',
        question: '主要剧情与公安无关、只有个别场次出现民警的微短剧，是否属于特殊题材？',
        answer:
          '特殊题材看主要剧情。民警只在个别场次出现、不写办案的，不按特殊题材办理，不用协审；警服、警车和执法程序须符合规范。拿不准的，备案前附上相关场次的剧本询问省局。',
        clauses: ['V09-10', 'V01-05'],
      },
    ],
  },
  {
    key: 'song-rights',
    by: '马驰',
    at: '15d 09:30',
    topic: 'rights',
    title: '翻唱老歌作片尾曲要交什么',
    question: '片尾曲翻唱 1990 年代歌曲，已取得词曲著作权人授权，录音自己制作。备案时授权书要不要一并提交？',
    course: [
      {
        at: '9d 11:00',
        by: '秦川',
        step: 'answer',
        answer: '备案时不用提交；成片审查时附词曲授权书复印件即可，授权期限须覆盖上线期。',
      },
    ],
  },
  {
    key: 'overdue-class',
    by: '吴桐',
    at: '13d 16:20',
    topic: 'class',
    title: '追加投资后类别改变怎么办',
    question: '已按二类备案，拍摄中追加投资，总额超过 300 万元。是变更备案，还是按一类重新报？',
    workTitle: '夜航灯塔',
    course: [],
  },
  {
    key: 'title-open',
    by: '吴桐',
    at: '26h office',
    topic: 'title',
    title: '片名里能不能用“重生”',
    question: '剧本讲退役运动员重新开始，片名想用“重生”二字，和穿越重生题材无关。会不会被退回？',
    workTitle: '重生赛道',
    course: [],
  },
  {
    key: 'taken-back',
    by: '吴桐',
    at: '40d 10:00',
    topic: 'papers',
    title: '承诺书用哪一版',
    question: '备案系统里没有找到承诺书模板。',
    course: [{ at: '39d 09:30', by: '吴桐', step: 'withdraw' }],
  },
]
