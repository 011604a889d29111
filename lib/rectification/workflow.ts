// 限期整改: whoever is found at fault is told what to mend and by when, before anything heavier follows (Order 16 art. 36, 45; notices
// of 2023-11: who refuses is penalized). One for each violation and subject.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

/** What is to be mended; an episode is mended in its work. */
export const SUBJECTS = ['drama', 'mini_program', 'account'] as const
/** What was said of a hand-in. */
export const RULINGS = ['accepted', 'returned'] as const
export type RectificationSubject = (typeof SUBJECTS)[number]

const opener: readonly Duty[] = ['platform.compliance', 'province.reviewer', 'national.reviewer']
const reviewer: readonly Duty[] = ['province.reviewer', 'national.reviewer']
/** The subject's own creator; for one that has no member here, its platform. */
const hander: readonly Duty[] = ['creator.signatory', 'platform.moderator']

export const rectificationWorkflow = defineWorkflow({
  noun: 'rectification',
  prefix: 'ZG',
  states: ['ordered', 'handed_in', 'returned', 'accepted', 'refused', 'ended'],
  openings: { order: { to: 'ordered', event: 'ordered', by: opener, of: 'openerId' } },
  steps: {
    join: {
      from: ['ordered', 'returned', 'handed_in'],
      to: { heldIn: 'state' },
      event: 'joined',
      by: ['platform.compliance'],
      of: 'joinerId',
    },
    extend: { from: ['ordered', 'returned'], to: { heldIn: 'state' }, event: 'extended', by: opener, of: 'openerId' },
    hand_in: { from: ['ordered', 'returned'], to: 'handed_in', event: 'handed_in', by: hander, of: 'handerId' },
    accept: { from: ['handed_in'], to: 'accepted', event: 'accepted', by: opener, of: 'openerId', apartFrom: ['handedInBy'] },
    return: { from: ['handed_in'], to: 'returned', event: 'returned', by: opener, of: 'openerId', apartFrom: ['handedInBy'] },
    refuse: { from: ['ordered', 'returned'], to: 'refused', event: 'refused', by: ['clock'] },
    end: { from: ['ordered', 'returned', 'handed_in'], to: 'ended', event: 'ended', by: ['house'] },
    escalate: { from: ['handed_in'], to: 'handed_in', event: 'escalated', by: ['clock'] },
  },
  waits: {
    ordered: { step: 'hand_in', of: 'handerId', deadline: 'rectification' },
    returned: { step: 'hand_in', of: 'handerId', deadline: 'rectification' },
    handed_in: {
      step: 'accept',
      of: 'openerId',
      deadline: 'rectification_review',
      escalates: { to: reviewer, of: 'bureauId', step: 'escalate' },
    },
  },
})
export type RectificationState = (typeof rectificationWorkflow.states)[number]
export type RectificationStep = keyof typeof rectificationWorkflow.steps
