// 下架指令: stop play, cut link, offline (Order 16 art. 36); each platform answers by itself, 24 h, at severity 4 two.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

const answerer: readonly Duty[] = ['platform.moderator', 'platform.compliance']

export const takedownWorkflow = defineWorkflow({
  noun: 'takedown',
  prefix: 'XJ',
  states: ['issued', 'removed', 'absent', 'objected', 'excused', 'withdrawn'],
  openings: { issue: { to: 'issued', event: 'issued', by: ['house'] } },
  steps: {
    remove: { from: ['issued', 'objected', 'absent'], to: 'removed', event: 'removed', by: answerer, of: 'platformId' },
    supplement: { from: ['removed'], to: 'removed', event: 'supplemented', by: answerer, of: 'platformId' },
    find_absent: { from: ['issued'], to: 'absent', event: 'found_absent', by: answerer, of: 'platformId' },
    object: { from: ['issued'], to: 'objected', event: 'objected', by: answerer, of: 'platformId' },
    overrule: { from: ['objected'], to: 'issued', event: 'overruled', by: ['national.approver'], apartFrom: ['approvedBy'] },
    excuse: { from: ['objected'], to: 'excused', event: 'excused', by: ['national.approver'], apartFrom: ['approvedBy'] },
    remind: { from: ['issued'], to: 'issued', event: 'reminded', by: ['national.reviewer', 'national.approver'] },
    withdraw: { from: ['issued', 'objected'], to: 'withdrawn', event: 'withdrawn', by: ['house'] },
    escalate: { from: ['issued', 'objected'], to: { heldIn: 'state' }, event: 'escalated', by: ['clock'] },
  },
  waits: {
    issued: {
      step: 'remove',
      of: 'platformId',
      deadline: 'takedown_answer',
      urgent: 'severity',
      escalates: { to: 'national.approver', step: 'remind' },
    },
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
