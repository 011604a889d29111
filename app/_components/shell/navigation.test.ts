import { expect, test } from 'vitest'
import { isWithin, navigation } from './navigation'

const here = (workplace: keyof typeof navigation, path: string) =>
  navigation[workplace].flatMap(({ items }) => items.filter((item) => isWithin(item, path)).map(({ name }) => name))

test.each([
  ['regulator', '/regulator/queue', ['queue']],
  ['regulator', '/regulator/violation/new', ['violation']],
  ['regulator', '/c/HM-2026-0027', ['blacklist']],
  ['regulator', '/c/XJ-2026-0135/answer', ['takedown']],
  ['association', '/c/JB-2026-0418', ['monitoring']],
  ['platform', '/c/BA-2026-1042', ['programme']],
  ['creator', '/c/HM-2026-0027', ['case']],
  ['creator', '/draft/0198aaaa', ['drama']],
  ['platform', '/draft/0198aaaa', ['violation']],
  ['creator', '/guidance/class', ['guidance']],
  ['creator', '/c/WX-2026-0003', ['consultation']],
  ['regulator', '/draft/0198aaaa', ['guidance']],
  ['regulator', '/c/ZD-2026-0003', ['guidance']],
  ['creator', '/member', ['member']],
  ['creator', '/profile', []],
  ['regulator', '/regulator/queues', []],
] as const)('%s at %s', (workplace, path, items) => expect(here(workplace, path)).toEqual(items))

test('no group is longer than six', () => {
  for (const groups of Object.values(navigation)) for (const { items } of groups) expect(items.length).toBeLessThanOrEqual(6)
})
