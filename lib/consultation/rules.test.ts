import { expect, test } from 'vitest'
import { tells } from './rules'

const asker = { organization: '北京夜航文化传媒有限公司', members: ['吴桐'], workTitle: '夜 宴' }
const clean = { title: 'AI 制作比例如何申报', question: '部分镜头用 AI 生成，如何填写？', answer: '以画面主体是否由 AI 生成为准。' }

test('a text that names nobody may be published', () => expect(tells(clean, asker)).toEqual([]))
test.for([
  ['question', '北京夜航文化传媒有限公司问', '北京夜航文化传媒有限公司'],
  ['question', '夜航文化的一部剧', '夜航'],
  ['answer', '请夜航补正', '夜航'],
  ['title', '吴桐的问题', '吴桐'],
  ['answer', '《夜宴》属于二类', '夜 宴'],
  ['answer', '《夜·宴》属于二类', '夜 宴'],
] as const)('%s: %s tells who asked', ([field, text, name]) =>
  expect(tells({ ...clean, [field]: text }, asker)).toEqual([{ field, code: 'tells_asker', params: { name } }]),
)
test.for([['请联系 wu.tong@yehang.example'], ['电话 13812345678'], ['电话 010-12345678'], ['电话１３８１２３４５６７８']] as const)(
  '%s tells how to reach them',
  ([answer]) => expect(tells({ ...clean, answer }, asker)).toEqual([{ field: 'answer', code: 'tells_contact' }]),
)
test('years and amounts are no telephone numbers', () =>
  expect(tells({ ...clean, answer: '2026 年 9 月 1 日起，投资 1,000,000 元及以上为二类（第16号令）。' }, asker)).toEqual([]))
