// 双周报送: platforms report once every two weeks (CNSA 2023-11-15); one report for each admitted platform and period.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

const writer: readonly Duty[] = ['platform.moderator', 'platform.compliance']

export const biweeklyWorkflow = defineWorkflow({
  noun: 'biweekly',
  prefix: 'SZ',
  states: ['due', 'written', 'signed', 'superseded', 'waived', 'withdrawn'],
  openings: {
    call: { to: 'due', event: 'called', by: ['clock'] },
    amend: { to: 'written', event: 'amended', by: writer, of: 'filerId' },
  },
  steps: {
    write: { from: ['due'], to: 'written', event: 'written', by: writer, of: 'filerId' },
    sign: { from: ['written'], to: 'signed', event: 'signed', by: ['platform.compliance'], of: 'filerId', apartFrom: ['writtenBy'] },
    /** Back to be written anew; an amendment goes, and the version that it would have replaced stands. */
    return: {
      from: ['written'],
      to: { heldIn: 'returnsTo' },
      event: 'returned',
      by: ['platform.compliance'],
      of: 'filerId',
      apartFrom: ['writtenBy'],
    },
    waive: { from: ['due'], to: 'waived', event: 'waived', by: ['national.approver'] },
    supersede: { from: ['signed'], to: 'superseded', event: 'superseded', by: ['house'] },
  },
  waits: {
    due: { step: 'write', of: 'filerId', deadline: 'biweekly_report' },
    written: { step: 'sign', of: 'filerId' },
  },
})
export type BiweeklyState = (typeof biweeklyWorkflow.states)[number]
export type BiweeklyStep = keyof typeof biweeklyWorkflow.steps

/** Where a returned report goes. */
export const RETURNS_TO = ['due', 'withdrawn'] as const
