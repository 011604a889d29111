import { describe, expect, test } from 'vitest'
import { defineWorkflow, type Workflow } from '../../kernel/workflow'
import { drawn } from './diagram'

const table = defineWorkflow({
  noun: 'case',
  states: ['open', 'held', 'closed', 'stopped'],
  openings: { file: { to: 'open', event: 'filed', by: ['platform.compliance'] }, find: { to: 'open', event: 'found', by: ['house'] } },
  steps: {
    hold: { from: ['open'], to: 'held', event: 'held', by: ['province.reviewer'] },
    remind: { from: ['open', 'held'], to: { heldIn: 'state' }, event: 'reminded', by: ['clock'] },
    close: { from: ['open', 'held'], to: 'closed', event: 'closed', by: ['province.reviewer'] },
    drop: { from: ['held'], to: 'closed', event: 'dropped', by: ['province.reviewer'] },
    lapse: { from: ['open'], to: 'stopped', event: 'lapsed', by: ['clock'] },
    free: { from: ['stopped'], to: { heldIn: 'stateBefore' }, event: 'freed', by: ['house'] },
  },
}) as Workflow
const words = { state: (one: string) => `[${one}]`, step: (one: string) => one, opening: (one: string) => `+${one}` }
const diagram = drawn(table, words, 'back')
const arrow = (from: string, to: string) => diagram.arrows.find(({ key }) => key === `${from}→${to}`)

describe('a workflow drawn from its table', () => {
  test('every state is a box, and so is the state that a case remembers', () => {
    expect(diagram.boxes.map(({ title }) => title)).toEqual(['[open]', '[held]', '[closed]', '[stopped]', 'back'])
  })

  test('steps that take the same way stand on one arrow, openings on one from a dot', () => {
    expect(arrow('held', 'closed')?.label?.lines).toEqual(['close', 'drop'])
    expect(arrow('open', 'closed')?.label?.lines).toEqual(['close'])
    expect(arrow('·start open', 'open')?.label?.lines).toEqual(['+file', '+find'])
    expect(diagram.starts).toHaveLength(1)
  })

  test('a step that leaves the state as it is stands inside each box that it is taken from', () => {
    expect(Object.fromEntries(diagram.boxes.map(({ key, stays }) => [key, stays]))).toMatchObject({
      open: ['remind'],
      held: ['remind'],
      closed: [],
    })
    expect(diagram.arrows.every(({ key }) => !key.startsWith('open→open'))).toBe(true)
  })

  test('what nobody takes is told apart, and so is where nothing leads on', () => {
    expect(arrow('open', 'stopped')?.isAutomatic).toBe(true)
    expect(arrow('open', 'held')?.isAutomatic).toBe(false)
    expect(arrow('·start open', 'open')?.isAutomatic).toBe(false)
    expect(diagram.boxes.filter(({ isEnd }) => isEnd).map(({ key }) => key)).toEqual(['closed', '·before'])
  })

  test('boxes lie inside the drawing and none lies upon another', () => {
    for (const { x, y, width, height } of diagram.boxes) {
      expect(x - width / 2).toBeGreaterThanOrEqual(0)
      expect(y + height / 2).toBeLessThanOrEqual(diagram.height)
    }
    for (const [at, a] of diagram.boxes.entries())
      for (const b of diagram.boxes.slice(at + 1))
        expect(Math.abs(a.x - b.x) >= (a.width + b.width) / 2 || Math.abs(a.y - b.y) >= (a.height + b.height) / 2).toBe(true)
  })
})
