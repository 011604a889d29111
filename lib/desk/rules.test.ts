import { describe, expect, test } from 'vitest'
import { referenceRows } from '@/db/seed/reference'
import { batchWorkflow } from '../batch/workflow'
import { biweeklyWorkflow } from '../biweekly/workflow'
import { blacklistWorkflow } from '../blacklist/workflow'
import { consultationWorkflow } from '../consultation/workflow'
import { sheetWorkflow } from '../inspection/workflow'
import type { Wait, Workflow } from '../kernel/workflow'
import { organizationWorkflow } from '../organization/workflow'
import { penaltyWorkflow } from '../penalty/workflow'
import { rectificationWorkflow } from '../rectification/workflow'
import { registrationWorkflow } from '../registration/workflow'
import { calendarOf } from '../rulebook/rules/deadline'
import { takedownWorkflow } from '../takedown/workflow'
import { violationWorkflow } from '../violation/workflow'
import { ACTS, bandOf, WATCHED } from './rules'

const calendar = calendarOf(referenceRows('working_days'), 'test')
const at = (text: string) => new Date(`${text}+08:00`)
/** A Wednesday. */
const now = at('2026-11-25T11:45:00')

describe('a deadline belongs to', () => {
  test.for([
    ['overdue', '2026-11-25T09:40:00'],
    ['overdue', '2026-11-25T11:45:00'],
    ['today', '2026-11-25T12:37:00'],
    ['today', '2026-11-26T00:00:00'],
    ['soon', '2026-11-26T17:30:00'],
    ['soon', '2026-11-30T17:30:00'],
    ['later', '2026-12-01T17:30:00'],
  ] as const)('%s: %s', ([band, due]) => expect(bandOf(at(due), now, calendar)).toBe(band))
  test('open: none', () => expect(bandOf(null, now, calendar)).toBe('open'))
  test('soon reaches over the days off of the National Day', () => {
    const before = at('2026-09-29T10:00:00')
    expect(bandOf(at('2026-10-08T17:30:00'), before, calendar)).toBe('soon')
    expect(bandOf(at('2026-10-12T17:30:00'), before, calendar)).toBe('later')
  })
})

const workflows = [
  sheetWorkflow,
  organizationWorkflow,
  registrationWorkflow,
  violationWorkflow,
  rectificationWorkflow,
  penaltyWorkflow,
  blacklistWorkflow,
  takedownWorkflow,
  sheetWorkflow,
  batchWorkflow,
  biweeklyWorkflow,
  consultationWorkflow,
] as Workflow[]

test('whatever a workflow lets wait has its words in the queue, and nothing else has', () => {
  const waiting = workflows.flatMap(({ noun, waits = {} }) =>
    (Object.values(waits) as Wait[]).flatMap(({ step, escalates }) => [
      `${noun}.${step}`,
      ...(escalates ? [`${noun}.${escalates.step}`] : []),
    ]),
  )
  expect([...new Set(waiting)].sort()).toEqual([...ACTS].sort())
})

test('a row that the clock brought before somebody offers an act, or is one that is watched', () => {
  const brought = workflows.flatMap((workflow) =>
    Object.entries((workflow.waits ?? {}) as Record<string, Wait>).flatMap(([state, { of, escalates }]) => {
      if (!of || !escalates) return []
      const duties = [escalates.to].flat()
      const hasAct = Object.values(workflow.steps).some(
        (step) => step.from.includes(state) && !step.of && duties.some((duty) => step.by.includes(duty)),
      )
      return [{ act: `${workflow.noun}.${escalates.step}`, hasAct }]
    }),
  )
  expect([...new Set(brought.filter(({ hasAct }) => !hasAct).map(({ act }) => act))].sort()).toEqual([...WATCHED].sort())
})
