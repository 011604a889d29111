// 批量登记: a platform's own notice in one file (公告, from 2022-12 on); what it records counts beside what a bureau upheld, never as it.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

/** Where a row of the file stands. `failed`: it could not be written, by no fault of the file. */
export const ROW_STANDINGS = ['good', 'wrong', 'on_file', 'filed', 'failed', 'withdrawn', 'kept'] as const
export const FORMATS = ['xlsx', 'csv'] as const
/** Why the worker stopped: who confirmed is no member any more, has lost the duty, or its platform takes no part. */
export const STOPS = ['member_gone', 'duty_gone', 'platform_gone'] as const
export type RowStanding = (typeof ROW_STANDINGS)[number]
export type StopReason = (typeof STOPS)[number]

const compliance: readonly Duty[] = ['platform.compliance']

export const batchWorkflow = defineWorkflow({
  noun: 'batch',
  prefix: 'DR',
  states: ['read', 'running', 'stopped', 'done', 'withdrawn'],
  openings: { read: { to: 'read', event: 'read', by: compliance, of: 'filerId' } },
  steps: {
    confirm: { from: ['read'], to: 'running', event: 'confirmed', by: compliance, of: 'filerId' },
    resume: { from: ['stopped'], to: 'running', event: 'resumed', by: compliance, of: 'filerId' },
    stop: { from: ['running'], to: 'stopped', event: 'stopped', by: ['house'] },
    finish: { from: ['running'], to: 'done', event: 'finished', by: ['house'] },
    withdraw: { from: ['read', 'stopped', 'done'], to: 'withdrawn', event: 'withdrawn', by: compliance, of: 'filerId' },
  },
  waits: {
    read: { step: 'confirm', of: 'filerId' },
    stopped: { step: 'resume', of: 'filerId' },
  },
})
export type BatchState = (typeof batchWorkflow.states)[number]
export type BatchStep = keyof typeof batchWorkflow.steps
