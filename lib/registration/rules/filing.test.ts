import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { asDay } from '../../kernel/time'
import type { LicenceStanding } from '../../organization/rules/licence'
import { type Draft, EMPTY_DRAFT } from './content'
import { judgeDraft } from './filing'
import { openPlaces, sectionOf } from './progress'

const tiers = referenceRows('tier_rules')
const whole: Draft = {
  ...EMPTY_DRAFT,
  title: '夜航',
  era: 'contemporary',
  genre: 'urban',
  form: 'comic',
  aiMade: 'no',
  episodeLines: '2 × 90',
  synopsis: '字'.repeat(500),
  investment: '3200000',
}
const judged = (over: Partial<Draft>, { on = '2026-10-12', licence = 'valid' as LicenceStanding } = {}) => {
  const { classified, faults, warnings } = judgeDraft({ ...whole, ...over }, asDay(on), tiers, licence)
  return { class: classified?.class ?? null, faults: faults.map(({ field, code }) => `${field} ${code}`), warnings }
}

describe('what stands in the way and what is pointed out', () => {
  test.for([
    [{}, {}, { class: 1, faults: [], warnings: [] }],
    [{ synopsis: '字'.repeat(499) }, {}, { class: 1, faults: ['synopsis synopsis_too_short'], warnings: [] }],
    [{}, { licence: 'expired' }, { class: 1, faults: ['producer licence_expired'], warnings: [] }],
    [{}, { licence: 'unknown' }, { class: 1, faults: ['producer licence_unknown'], warnings: [] }],
    [{}, { licence: 'expiring' }, { class: 1, faults: [], warnings: ['licence'] }],
    [{ investment: '1000000', synopsis: '短' }, { licence: 'expired' }, { class: 2, faults: [], warnings: ['licence', 'synopsis_short'] }],
    [{ investment: '999999', synopsis: '短' }, { licence: 'expired' }, { class: 3, faults: ['platformIds no_platform'], warnings: [] }],
    [{ investment: '1', specialSubjects: ['judicial'] }, {}, { class: 1, faults: [], warnings: ['co_review'] }],
    [{ era: 'major' }, {}, { class: 1, faults: [], warnings: ['separate_regime'] }],
    [{ investment: '1000000', mainPush: true, firstScreen: true }, {}, { class: 2, faults: [], warnings: ['first_screen', 'main_push'] }],
    [{ investment: '1', mainPush: true }, { on: '2025-12-31' }, { class: 1, faults: [], warnings: [] }],
    [{ investment: '1', voluntary: true }, {}, { class: 1, faults: [], warnings: [] }],
    [{}, { on: '2024-05-31' }, { class: 'no_rule', faults: [], warnings: [] }],
    [{ aiMade: '' }, {}, { class: null, faults: ['aiMade choose'], warnings: [] }],
    [{ title: '', platformIds: [] }, {}, { class: 1, faults: ['title required'], warnings: [] }],
  ] as const)('%o %o', ([over, when, expected]) => expect(judged(over as Partial<Draft>, when)).toEqual(expected))
})

test('what is missing is counted section by section, once for each place', () => {
  const { faults } = judgeDraft({ ...EMPTY_DRAFT, episodes: [{ number: '', title: 'x', length: '' }] }, asDay('2026-10-12'), tiers, 'valid')
  expect(openPlaces(faults)).toEqual({ work: 1, kind: 4, episodes: 1, story: 1, money: 1, class: 0, platforms: 0 })
  expect([sectionOf('aiMade'), sectionOf('poster'), sectionOf('synopsis')]).toEqual(['kind', 'work', 'story'])
})
