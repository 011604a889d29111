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
  ['十余部', ['十']],
] as const)('%s has the lone numbers %j', ([text, numbers]) => expect(loneNumbers(text)).toEqual(numbers))

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
