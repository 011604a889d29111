import { expect, test } from 'vitest'
import { asDay } from '../../kernel/time'
import { differences } from './differs'
import type { Entry } from './row'

const work: Entry = {
  reference: 'A-1',
  kind: 'drama',
  name: '落难千金',
  number: null,
  maker: '杭州青禾',
  episode: null,
  items: ['V04-02'],
  seenOn: asDay('2026-11-05'),
  found: '擦边',
  stage: 'after_airing',
  links: [],
  episodeCount: 80,
  totalSeconds: null,
  measure: { rung: 'P3', parameter: null, startsAt: '2026-11-04T16:00:00.000Z', endsAt: null },
}

test('the same words differ in nothing', () => expect(differences(work, structuredClone(work))).toEqual([]))

test.for<[Partial<Entry>, string[]]>([
  [{ name: '落难千金二' }, ['name']],
  [{ kind: 'account', name: '晚亭' }, ['kind', 'handle', 'name']],
  [{ maker: null }, ['maker']],
  [{ items: ['V04-02', 'V04-04'] }, ['items']],
  [{ found: '引流', seenOn: asDay('2026-11-06') }, ['seenOn', 'found']],
  [{ episodeCount: null, totalSeconds: 5400 }, ['episodeCount', 'minutes']],
  [{ links: ['https://video.example/1'] }, ['link']],
  [{ stage: 'before_airing', measure: null }, ['stage', 'rung', 'since']],
  [{ measure: { ...work.measure!, rung: 'P8', parameter: 'remove' } }, ['rung']],
  [{ measure: { ...work.measure!, endsAt: '2026-11-09T16:00:00.000Z' } }, ['until']],
])('%j differs in %j', ([over, columns]) => {
  expect(differences({ ...work, ...over }, work)).toEqual(columns)
  expect(differences(work, { ...work, ...over }).toSorted()).toEqual(columns.toSorted())
})
