import { expect, test } from 'vitest'
import { inTitleMarks } from './drama'

test('a title that has title marks itself has single ones within', () => {
  expect(inTitleMarks('夜宴')).toBe('《夜宴》')
  expect(inTitleMarks('读《夜宴》的人')).toBe('《读〈夜宴〉的人》')
})
