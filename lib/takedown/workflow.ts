// 下架指令: stop play, cut link, offline (Order 16 art. 36); each platform answers by itself, 24 h, at severity 4 two.
// What CNSA's monitoring sees again afterwards is reappeared: a fact, to be removed anew or objected to within the same time.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

const answerer: readonly Duty[] = ['platform.moderator', 'platform.compliance']

const answer = {
  step: 'remove',
  of: 'platformId',
  deadline: 'takedown_answer',
  urgent: 'severity',
  escalates: { to: 'national.approver', step: 'remind' },
} as const

export const takedownWorkflow = defineWorkflow({
  noun: 'takedown',
  prefix: 'XJ',
  states: ['issued', 'removed', 'absent', 'objected', 'excused', 'reappeared', 'withdrawn'],
  openings: { issue: { to: 'issued', event: 'issued', by: ['house'] } },
  steps: {
    remove: { from: ['issued', 'objected', 'absent', 'reappeared'], to: 'removed', event: 'removed', by: answerer, of: 'platformId' },
    supplement: { from: ['removed'], to: 'removed', event: 'supplemented', by: answerer, of: 'platformId' },
    find_absent: { from: ['issued'], to: 'absent', event: 'found_absent', by: answerer, of: 'platformId' },
    object: { from: ['issued', 'reappeared'], to: 'objected', event: 'objected', by: answerer, of: 'platformId' },
    overrule: {
      from: ['objected'],
      to: { heldIn: 'stateBefore' },
      event: 'overruled',
      by: ['national.approver'],
      apartFrom: ['approvedBy'],
    },
    excuse: { from: ['objected'], to: 'excused', event: 'excused', by: ['national.approver'], apartFrom: ['approvedBy'] },
    reappear: { from: ['removed', 'absent'], to: 'reappeared', event: 'reappeared', by: ['association.monitor'] },
    remind: {
      from: ['issued', 'reappeared'],
      to: { heldIn: 'state' },
      event: 'reminded',
      by: ['national.reviewer', 'national.approver'],
    },
    withdraw: { from: ['issued', 'objected', 'reappeared'], to: 'withdrawn', event: 'withdrawn', by: ['house'] },
    escalate: { from: ['issued', 'objected', 'reappeared'], to: { heldIn: 'state' }, event: 'escalated', by: ['clock'] },
  },
  waits: {
    issued: answer,
    reappeared: answer,
    objected: {
      step: 'overrule',
      deadline: 'objection_ruling',
      urgent: 'severity',
      escalates: { to: 'national.approver', step: 'escalate' },
    },
  },
})
export type TakedownState = (typeof takedownWorkflow.states)[number]
export type TakedownStep = keyof typeof takedownWorkflow.steps
