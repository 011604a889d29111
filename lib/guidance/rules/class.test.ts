import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { asDay } from '../../kernel/time'
import { calendarOf } from '../../rulebook/rules/deadline'
import { type Classified, classOf } from '../../rulebook/rules/tier'
import { type Asked, papersFor, type Question, readAsked, stagesFor, whatWouldChange } from './class'

const tiers = referenceRows('tier_rules')
const papers = referenceRows('papers')
const book = { deadlines: referenceRows('deadlines'), calendar: calendarOf(referenceRows('working_days'), 'test') }
const asked = (over: Asked): Question => {
  const read = readAsked({ on: '2026-10-10', ai: 'no', investment: '850000', ...over })
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  return read.value
}
const found = (question: Question) => classOf(question, question.on, tiers) as Classified

describe('what is typed', () => {
  test.for([
    ['850000', 85_000_000n],
    ['85万', 85_000_000n],
    ['85 万元', 85_000_000n],
    ['８５万', 85_000_000n],
    ['0.3亿', 3_000_000_000n],
  ] as const)('%s', ([investment, fen]) => expect(asked({ investment }).investmentFen).toBe(fen))
  test('is refused place by place, in the order of the form', () => {
    expect(readAsked({ on: '2026-02-30', investment: '很多' })).toMatchObject({
      ok: false,
      faults: [
        { field: 'on', code: 'not_a_day' },
        { field: 'ai', code: 'choose' },
        { field: 'investment', code: 'not_yuan' },
      ],
    })
    expect(readAsked({ on: '2026-10-10', ai: 'yes' })).toMatchObject({ faults: [{ field: 'investment', code: 'required' }] })
  })
  test('a subject that nobody knows does not count', () => expect(asked({ subjects: ['cats'] }).specialSubjects).toEqual([]))
})

describe('what would change the answer', () => {
  const turns = (over: Asked) => whatWouldChange(asked(over), tiers).map(({ change, class: of }) => [change, of])
  test('a live work of 850,000 yuan in October 2026', () => {
    expect(turns({})).toEqual([
      [{ what: 'date', on: '2024-06-01', rule: tiers[0] }, 2],
      [{ what: 'investment', fen: 100_000_000n, direction: 'from' }, 2],
      [{ what: 'ai', aiMade: true }, 1],
      [{ what: 'subject', special: true }, 1],
      [{ what: 'voluntary', set: true }, 1],
    ])
  })
  test('an AI work at the line of Class II', () => {
    expect(turns({ ai: 'yes', investment: '30万' })).toEqual([
      [{ what: 'date', on: '2026-01-01', rule: tiers[1] }, 3],
      [{ what: 'investment', fen: 80_000_000n, direction: 'from' }, 1],
      [{ what: 'investment', fen: 30_000_000n, direction: 'below' }, 3],
      [{ what: 'ai', aiMade: false }, 3],
      [{ what: 'subject', special: true }, 1],
      [{ what: 'voluntary', set: true }, 1],
    ])
  })
  test('before the first rule only a later day gives a class', () => {
    expect(turns({ on: '2024-05-31' })).toEqual([
      [{ what: 'date', on: '2024-06-01', rule: tiers[0] }, 2],
      [{ what: 'date', on: '2026-01-01', rule: tiers[1] }, 3],
    ])
  })
  test('main push counts until the end of 2025 only', () => {
    expect(turns({ on: '2025-12-31', investment: '100000' })).toContainEqual([{ what: 'push', set: true }, 1])
    expect(turns({ on: '2026-01-01', investment: '100000' }).some(([change]) => (change as { what: string }).what === 'push')).toBe(false)
  })
})

describe('papers', () => {
  const codes = (over: Asked) => {
    const question = asked(over)
    return papersFor(papers, found(question), question).map(({ code }) => code)
  }
  test('Class I needs the licence, special subjects the co-review, AI works the label', () => {
    expect(codes({ ai: 'yes', subjects: ['public_security'] })).toEqual(
      expect.arrayContaining(['application_form', 'production_licence', 'synopsis', 'co_review', 'film_form', 'ai_label']),
    )
  })
  test('Class III files nothing, the platform asks', () => {
    expect(codes({})).toEqual(['platform_material', 'platform_cost', 'number_shown'])
  })
  test('before Order 16 the papers of its time', () => {
    const before = codes({ on: '2025-10-10' })
    expect(before).toContain('planning_form')
    expect(before).not.toContain('film_sample')
  })
})

describe('how long it takes', () => {
  test('Class I: review, then notice, each twenty working days; the film has no date yet', () => {
    const stages = stagesFor(book, 1, asDay('2026-10-12'))
    expect(
      stages.map(({ code, deadline, due }) => [code, deadline.amount, due?.dueAt.toISOString() ?? null, due?.touchesProvisional ?? null]),
    ).toEqual([
      ['registration_review', 20, '2026-11-09T09:30:00.000Z', false],
      ['planning_notice', 20, '2026-12-07T09:30:00.000Z', false],
      ['film_review', 20, null, null],
    ])
  })
  test('a span that reaches into 2027 is provisional', () => {
    expect(stagesFor(book, 2, asDay('2026-12-20'))[0]?.due?.touchesProvisional).toBe(true)
  })
  test('Class III waits for nobody here; before Order 16 no film review is counted', () => {
    expect(stagesFor(book, 3, asDay('2026-10-12'))).toEqual([])
    expect(stagesFor(book, 2, asDay('2025-10-10')).map(({ code }) => code)).toEqual(['registration_review'])
  })
})
