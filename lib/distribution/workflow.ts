// Operators behind mini-programs and accounts are registered by their platform (微信 2023-04-15: 139 operator registrations).
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

export const SUBJECT_KINDS = ['mini_program', 'account'] as const
export type SubjectKind = (typeof SUBJECT_KINDS)[number]
/** What makes two subjects stand together; an equal name does not. */
export const TIES = ['operator', 'payee', 'phone'] as const
export type Tie = (typeof TIES)[number]

const ofThePlatform: readonly Duty[] = ['platform.moderator', 'platform.compliance']

/** What a platform states about who is behind a subject of its own; a new statement replaces the one before. */
export const statementWorkflow = defineWorkflow({
  noun: 'statement',
  states: ['standing', 'replaced'],
  openings: { state: { to: 'standing', event: 'stated', by: ofThePlatform, of: 'platformId' } },
  steps: { replace: { from: ['standing'], to: 'replaced', event: 'replaced', by: ofThePlatform, of: 'platformId' } },
})
