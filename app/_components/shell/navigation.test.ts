import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { type Actor, DUTIES_OF, type Duty, enters, KINDS, type Kind } from '@/lib/kernel/actor'
import { isWithin, navigation, openTo } from './navigation'

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
  ['platform', '/draft/0198aaaa', []],
  ['creator', '/guidance/class', ['guidance']],
  ['creator', '/c/WX-2026-0003', ['consultation']],
  ['regulator', '/draft/0198aaaa', []],
  ['regulator', '/c/ZD-2026-0003', ['guidance']],
  ['creator', '/member', ['member']],
  ['creator', '/profile', []],
  ['regulator', '/regulator/queues', []],
] as const)('%s at %s', (workplace, path, items) => expect(here(workplace, path)).toEqual(items))

test('no group is longer than six', () => {
  for (const groups of Object.values(navigation)) for (const { items } of groups) expect(items.length).toBeLessThanOrEqual(6)
})

/** Every choice of duties that a member of this kind can hold, and none. */
const choices = (kind: Kind) =>
  Array.from({ length: 2 ** DUTIES_OF[kind].length }, (_, at): Duty[] => DUTIES_OF[kind].filter((_, bit) => (at >> bit) & 1))

/** What the page's own guard says, read from its source. */
function letsIn(href: string, actor: Actor) {
  const source = readFileSync(`app/(portal)${href}/page.tsx`, 'utf8')
  const guard = /currentActor\(([^)]*)\)/.exec(source)
  if (!guard) return ['currentMember()', 'reader()', 'said()'].some((open) => source.includes(open))
  const duties = [...(guard[1] ?? '').matchAll(/'([^']+)'/g)].map(([, duty]) => duty as Duty)
  const kinds = [...source.matchAll(/actor\.kind !== '(\w+)'/g)].map(([, kind]) => kind)
  return enters(actor, ...duties) && (kinds.length === 0 || kinds.includes(actor.kind))
}

describe.each(KINDS)('%s', (kind) => {
  const workplace = kind === 'national' || kind === 'province' ? 'regulator' : kind

  test.each(choices(kind).map((duties) => [duties.join(' + ') || 'no duty', duties] as const))(
    '%s finds the pages that let in, and no other',
    (_, duties) => {
      const actor = { kind, memberId: 'm', organizationId: 'o', name: '', duties } as unknown as Actor
      const shown = openTo(workplace, actor).flatMap(({ items }) => items.map(({ href }) => href))
      const pages = navigation[workplace].flatMap(({ items }) => items.map(({ href }) => href))
      expect(shown).toEqual(pages.filter((href) => letsIn(href, actor)))
    },
  )
})
