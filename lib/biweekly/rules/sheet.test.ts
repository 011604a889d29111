import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FACT_SOURCES, STANDINGS, TARGET_KINDS, WHATS } from '../../figure/workflow'
import { asDay } from '../../kernel/time'
import { readDeclarations } from './declare'
import { ALL, byForm, definitionOf, ITEM_NAMES, type Key, keyOf, keysOf, lineKey, linesOf, RUNGS, readKey, type Trace } from './sheet'

const period = { from: asDay('2026-11-09'), to: asDay('2026-11-23') }
const trace = fc.record<Trace>({
  what: fc.constantFrom(...WHATS),
  targetKind: fc.constantFrom(...TARGET_KINDS),
  rung: fc.option(fc.constantFrom(...RUNGS), { nil: null }),
  stage: fc.option(fc.constantFrom('before_airing', 'after_airing'), { nil: null }),
  source: fc.option(fc.constantFrom(...FACT_SOURCES), { nil: null }),
  standing: fc.constantFrom(...STANDINGS),
  groups: fc.subarray(['V01', 'V04', 'V10', 'V12']),
})
const traces = fc.array(trace, { maxLength: 20 })

test('every figure has one name, which reads back to it', () => {
  fc.assert(
    fc.property(traces, (found) => {
      const names = keysOf(found).map(keyOf)
      expect(new Set(names).size).toBe(names.length)
      for (const { isEmpty: _, ...key } of keysOf(found)) expect(readKey(keyOf(key))).toEqual(key)
    }),
  )
})

test.for([
  '',
  'works',
  '::works',
  ':::nothing',
  ':::account-P12',
  ':::account-',
  'X04:::works',
  'V4:::works',
  'V04:self_inspection::works',
  ':self_inspection:ruled:works',
  ':::works:',
  ' :::works',
])('no figure is called "%s"', (name) => expect(readKey(name)).toBeNull())

describe('the lines', () => {
  test('begin with the whole, go by group and then by source, and none is empty but the whole', () => {
    fc.assert(
      fc.property(traces, (found) => {
        const lines = linesOf(found)
        expect(lines[0]).toBe(ALL)
        expect(lines.toSorted(byForm)).toEqual(lines)
        const filled = new Set(
          keysOf(found)
            .filter(({ isEmpty }) => !isEmpty)
            .map(({ line }) => lineKey(line)),
        )
        for (const line of lines.slice(1)) expect(filled.has(lineKey(line)), lineKey(line)).toBe(true)
      }),
    )
  })
  test('of a nil report are the whole alone, with every item at nothing', () => {
    expect(linesOf([])).toEqual([ALL])
    expect(keysOf([]).map(keyOf)).toEqual(ITEM_NAMES.map((item) => `:::${item}`))
    expect(keysOf([]).every(({ isEmpty }) => isEmpty)).toBe(true)
  })
})

test('what is proposed for the list counts works as works and mini-programs as mini-programs', () => {
  const aProposal = { what: 'proposed', rung: null, stage: null, source: null, standing: 'upheld', groups: [] } as const
  const filled = (targetKind: string) =>
    keysOf([{ ...aProposal, targetKind }])
      .filter(({ isEmpty }) => !isEmpty)
      .map(keyOf)
  expect(filled('drama')).toEqual([':::proposed'])
  expect(filled('mini_program')).toEqual([':::proposed_mini_programs'])
})

test('a figure means its platform’s facts of the period, half-open, from midnight in Beijing', () => {
  const key: Key = { line: { group: 'V04', source: 'association', ground: 'recorded' }, column: { graded: 'account', rung: 'P6' } }
  expect(definitionOf(key, 'f', period)).toEqual({
    what: 'measured',
    measure: 'targets',
    targetKinds: ['account'],
    rungs: ['P6'],
    groups: ['V04'],
    sources: ['association'],
    standings: ['recorded'],
    ownerIds: ['f'],
    from: '2026-11-08T16:00:00.000Z',
    to: '2026-11-22T16:00:00.000Z',
  })
  expect(definitionOf({ line: ALL, column: { item: 'intercepted' } }, 'f', period)).toMatchObject({ stage: 'before_airing' })
  expect(definitionOf({ line: { ...ALL, ground: 'ruled' }, column: { item: 'works' } }, 'f', period)).toMatchObject({
    standings: ['upheld', 'done'],
  })
})

test('whatever is declared is a whole number with its reason, differs from the record, and stands once', () => {
  const cell = fc.record({
    value: fc.oneof(fc.string({ maxLength: 8 }), fc.nat(50).map(String)),
    reason: fc.string({ maxLength: 5 }).map((text) => text.trim()),
  })
  const sent = fc.dictionary(fc.constantFrom(':::works', ':::accounts', 'V04:::works', 'nothing', '__proto__x'), cell)
  fc.assert(
    fc.property(sent, (cells) => {
      const outcome = readDeclarations(
        {
          declared: Object.fromEntries(Object.entries(cells).map(([key, { value }]) => [key, value])),
          reasons: Object.fromEntries(Object.entries(cells).map(([key, { reason }]) => [key, reason])),
          added: {},
        },
        () => 7,
      )
      if (!outcome.ok) {
        expect(outcome.faults!.length).toBeGreaterThan(0)
        return
      }
      for (const { key, declared, reason } of outcome.value) {
        expect(readKey(key)).not.toBeNull()
        expect(Number.isInteger(declared) && declared >= 0 && declared !== 7 && reason !== '').toBe(true)
      }
    }),
  )
})

test.for(['0x1A', '1e3', '1２e1', '1.0', '-4', '十二', '1,2'])('"%s" is refused at the figure for which it was declared', (value) => {
  const lines = { declared: { ':::works': value }, reasons: { ':::works': '另有' }, added: {} }
  expect(readDeclarations(lines, () => 7)).toMatchObject({ ok: false, faults: [{ field: 'declared.:::works', code: 'not_a_number' }] })
  const added = { '0': { group: 'V04', line: 'self_inspection:recorded', column: 'works', value, reason: '另有' } }
  expect(readDeclarations({ declared: {}, reasons: {}, added }, () => 7)).toMatchObject({
    faults: [{ field: 'added.0.value', code: 'not_a_number' }],
  })
})
