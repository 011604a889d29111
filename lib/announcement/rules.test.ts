import { expect, test } from 'vitest'
import { asDay } from '../kernel/time'
import { blocksOf, definitionOf, figureKeys, loneNumbers, masked, piecesOf } from './rules'

test('a text is read as people type it', () => {
  expect(blocksOf('# 处置情况\n本期处置 {f1}，\n处罚 {f2}。\n\n- 下架 {f1}\n• 封禁 {f2}\n\n下一步')).toEqual([
    { kind: 'heading', pieces: [{ words: '处置情况' }] },
    {
      kind: 'paragraph',
      pieces: [{ words: '本期处置 ' }, { figure: 'f1' }, { words: '，处罚 ' }, { figure: 'f2' }, { words: '。' }],
    },
    {
      kind: 'list',
      items: [
        [{ words: '下架 ' }, { figure: 'f1' }],
        [{ words: '封禁 ' }, { figure: 'f2' }],
      ],
    },
    { kind: 'paragraph', pieces: [{ words: '下一步' }] },
  ])
  expect(piecesOf('没有数')).toEqual([{ words: '没有数' }])
  expect(figureKeys('{f1} {f2} {f1} {g3}')).toEqual(['f1', 'f2'])
})

test.for([
  ['处置 119 部、１，１８８ 个账号，占 3.5％', ['119', '１，１８８', '3.5％']],
  ['{f1} 部，{f12} 个', []],
  ['下架一百一十九部，封禁三个账号，一再违规', ['一百一十九', '三']],
  ['第19期', ['19']],
  ['十余部、十多部、十几部、数十部、千余万元', ['十余', '十多', '十几', '数十', '千余万']],
  ['三成、九成五、二分之一、百分之三十', ['三成', '九成五', '二分之一', '百分之三十']],
  ['五天内，第三批，九位，七人，三轮，三方面', ['五', '三', '九', '七']],
  ['壹佰贰拾部，叁部，陆名', ['壹佰贰拾', '叁', '陆']],
  ['一点五倍，3万余部，过半', ['一点五', '3万余', '过半']],
  ['数以千计，成百上千，成千上万', ['数以千计', '成百上千', '成千上万']],
  ['翻一番，翻了两番，翻倍，双倍，数倍', ['翻一番', '翻了两番', '翻倍', '双倍', '数倍']],
  ['上百部，逾千个，逾百家，多达万计，近千', ['上百', '逾千', '逾百', '多达万计', '近千']],
  ['近十二部、约三百个，达百分之五', ['十二', '三百', '百分之五']],
  ['若干平台', ['若干']],
  ['下架十 部，三 部；三余部，十餘部，百餘部', ['十', '三', '三余', '十餘', '百餘']],
  ['下架贰拾叁部，貳拾參部，陆部，陸部，兩部', ['贰拾叁', '貳拾參', '陆', '陸', '兩']],
  ['下架短剧：五。封禁两', ['五', '两']],
  ['共有账号七，违规作品三。另有小程序九；合计二十，其中部门十\n每周三次', ['七', '三', '九', '二十', '十']],
  ['① Ⅲ ½ 第III批 ٣', ['①', 'Ⅲ', '½', 'III', '٣']],
  ['Twenty-five dramas, one hundred and two accounts, two thirds', ['Twenty-five', 'one hundred and two', 'two thirds']],
] as const)('%s has the lone numbers %j', ([text, numbers]) => expect(loneNumbers(text)).toEqual(numbers))

test.for([
  '一些平台一旦发现，第一时间统一部署，一律下架，进一步核查',
  '同一部剧，每一部，其中之一成为，唯一，逐一，一部分，一次性，一方面，一般',
  '十分严重，千万不要，千方百计，千家万户，第三方，百家号，万一，零部件',
  '上百度，百货，翻看，翻新，倍感，成千古美谈，周三，星期五，初七，不三不四，丢三落四，接二连三，其二，第三，表里不一，二者之一',
  '陆续登陆，队伍，收拾，放肆，多部，几部，XX剧',
  'no one, one another, someone, third party, a second look, mix of CDs',
])('%s says no number', (text) => expect(loneNumbers(text)).toEqual([]))

test('a figure is narrowed to its issuer, and to whole Beijing days', () => {
  const issuer = { id: '00000000-0000-7000-8000-000000000001', isNational: false }
  expect(definitionOf({ figure: 'handled_accounts', fromOn: asDay('2026-11-02'), toOn: asDay('2026-11-15'), rung: 'P9' }, issuer)).toEqual({
    what: 'measured',
    measure: 'targets',
    targetKinds: ['account'],
    rungs: ['P9'],
    ownerIds: [issuer.id],
    from: '2026-11-01T16:00:00.000Z',
    to: '2026-11-15T16:00:00.000Z',
  })
  expect(definitionOf({ figure: 'rectified' }, { ...issuer, isNational: true })).toEqual({ what: 'rectified', measure: 'targets' })
})

test.for([
  ['夜航剧场', '夜***场'],
  ['夜', '夜***'],
  ['👩‍🚀剧', '👩***剧'],
  ['', '***'],
] as const)('%s is masked as %s', ([handle, shown]) => expect(masked(handle)).toBe(shown))
