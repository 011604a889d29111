// 日常监看: CNSA monitors daily for 总局; a plan is set by two people, its samples anyone can draw again (domain: §1, monitoring).
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

/** Out of what a plan draws: works of one platform, mini-programs, works that are new to the public, works that were removed. */
export const FRAMES = ['platform', 'mini_program', 'new', 'removed'] as const
export type Frame = (typeof FRAMES)[number]

const monitor: readonly Duty[] = ['association.monitor']

export const planWorkflow = defineWorkflow({
  noun: 'plan',
  prefix: 'JK',
  states: ['draft', 'active', 'ended', 'withdrawn'],
  drafts: ['draft'],
  amend: { from: ['draft'], by: monitor, of: 'organizationId' },
  openings: { open: { to: 'draft', event: 'opened', by: monitor, of: 'organizationId' } },
  steps: {
    start: { from: ['draft'], to: 'active', event: 'started', by: monitor, of: 'organizationId', apartFrom: ['writtenBy'] },
    withdraw: { from: ['draft'], to: 'withdrawn', event: 'withdrawn', by: monitor, of: 'organizationId' },
    end: { from: ['active'], to: 'ended', event: 'ended', by: monitor, of: 'organizationId' },
    freeze: { from: ['active'], to: { heldIn: 'state' }, event: 'frozen', by: ['clock'] },
    reveal: { from: ['active', 'ended'], to: { heldIn: 'state' }, event: 'revealed', by: ['clock'] },
  },
})
export type PlanState = (typeof planWorkflow.states)[number]
export type PlanStep = keyof typeof planWorkflow.steps

/** Why a sheet was drawn: by a plan's sample, or because every listed work is looked for on every platform. */
export const PURPOSES = ['sample', 'listed'] as const
export type Purpose = (typeof PURPOSES)[number]
export const ITEM_KINDS = ['drama', 'mini_program'] as const
export type ItemKind = (typeof ITEM_KINDS)[number]

export const sheetWorkflow = defineWorkflow({
  noun: 'sheet',
  prefix: 'XC',
  states: ['drawn', 'missed', 'clean', 'found', 'referred'],
  openings: { draw: { to: 'drawn', event: 'drawn', by: ['clock'] } },
  steps: {
    miss: { from: ['drawn'], to: 'missed', event: 'missed', by: ['clock'] },
    find_clean: { from: ['drawn', 'missed'], to: 'clean', event: 'found_clean', by: monitor, of: 'organizationId' },
    find: { from: ['drawn', 'missed'], to: 'found', event: 'found', by: monitor, of: 'organizationId' },
    refer: { from: ['found'], to: 'referred', event: 'referred', by: monitor, of: 'organizationId' },
  },
  waits: {
    drawn: { step: 'find_clean', of: 'organizationId', deadline: 'inspection_sheet' },
    found: { step: 'refer', of: 'organizationId' },
  },
})
export type SheetState = (typeof sheetWorkflow.states)[number]
export type SheetStep = keyof typeof sheetWorkflow.steps
