import type { ERAS, Form, GENRES, SpecialSubject } from '@/lib/drama/workflow'

/** A title in title marks; those that it has itself become single ones (GB/T 15834). */
export const inTitleMarks = (title: string) => `《${title.replaceAll('《', '〈').replaceAll('》', '〉')}》`

export const drama = {
  title: inTitleMarks,
  untitled: '未填片名',
  form: { live_action: '真人实拍', comic: '漫剧', digital_human: '数字真人' } satisfies Record<Form, string>,
  era: { contemporary: '当代', modern: '现代', early_modern: '近代', ancient: '古代', major: '重大' } satisfies Record<
    (typeof ERAS)[number],
    string
  >,
  genre: {
    urban: '都市',
    rural: '农村',
    youth: '青少',
    military: '军旅',
    crime: '涉案',
    science_fiction: '科幻',
    legend: '传奇',
    palace: '宫廷',
    martial_arts: '武打',
    myth: '神话',
    biography: '传记',
    other: '其他',
  } satisfies Record<(typeof GENRES)[number], string>,
  subject: {
    political: '政治',
    military: '军事',
    diplomatic: '外交',
    national_security: '国家安全',
    united_front: '统战',
    ethnic: '民族',
    religious: '宗教',
    judicial: '司法',
    public_security: '公安',
  } satisfies Record<SpecialSubject, string>,
  aiMade: { yes: 'AI 制作', no: '不是 AI 制作' },
  class: { 1: '一类', 2: '二类', 3: '三类' } as Record<number, string>,
  noClass: '未定',
  episodes: (count: number) => `${count} 集`,
  length: (count: number, minutes: number | null) => (minutes === null ? `${count} 集` : `${count} 集，共 ${minutes} 分钟`),
  uniform: (count: number, length: string, minutes: number) => `${count} 集 × ${length}，共 ${minutes} 分钟`,
  seconds: (seconds: number) => {
    const [minutes, rest] = [Math.floor(seconds / 60), seconds % 60]
    return minutes === 0 ? `${rest} 秒` : rest === 0 ? `${minutes} 分` : `${minutes} 分 ${rest} 秒`
  },
}
