// 拍摄前咨询: a creator asks its bureau before it films (Order 16 art. 5, 12–14); what is general is published without names.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

/** What a question is about. */
export const TOPICS = ['class', 'papers', 'special_subject', 'content', 'title', 'ai', 'rights', 'promotion', 'other'] as const
export type Topic = (typeof TOPICS)[number]

const asker: readonly Duty[] = ['creator.editor']
const reviewer: readonly Duty[] = ['province.reviewer', 'national.reviewer']

export const consultationWorkflow = defineWorkflow({
  noun: 'consultation',
  prefix: 'WX',
  states: ['asked', 'answered', 'published', 'withdrawn'],
  openings: { ask: { to: 'asked', event: 'asked', by: asker, of: 'askerId' } },
  steps: {
    withdraw: { from: ['asked'], to: 'withdrawn', event: 'withdrawn', by: asker, of: 'askerId' },
    answer: { from: ['asked'], to: 'answered', event: 'answered', by: reviewer, of: 'bureauId' },
    publish: { from: ['answered'], to: 'published', event: 'published', by: reviewer, of: 'bureauId' },
    escalate: { from: ['asked'], to: 'asked', event: 'escalated', by: ['clock'] },
  },
  waits: {
    asked: { step: 'answer', of: 'bureauId', deadline: 'consultation', escalates: { to: 'national.reviewer', step: 'escalate' } },
  },
})
export type ConsultationState = (typeof consultationWorkflow.states)[number]
export type ConsultationStep = keyof typeof consultationWorkflow.steps
