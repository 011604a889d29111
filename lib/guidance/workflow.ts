// 创作指导: 管理提示, 选题征集 and 推荐剧目 (广电办发〔2024〕35号); one hand writes an item, another publishes it.
import type { Duty } from '../kernel/actor'
import { defineWorkflow } from '../kernel/workflow'

export const KINDS = ['notice', 'call', 'recommendation'] as const
export type GuidanceKind = (typeof KINDS)[number]
/** How much of a date its source tells. */
export const PRECISIONS = ['day', 'month', 'year'] as const
export type Precision = (typeof PRECISIONS)[number]

const reviewer: readonly Duty[] = ['national.reviewer', 'province.reviewer']

export const guidanceWorkflow = defineWorkflow({
  noun: 'guidance',
  prefix: 'ZD',
  states: ['draft', 'published', 'withdrawn'],
  drafts: ['draft'],
  amend: { from: ['draft'], by: reviewer, of: 'issuerId' },
  openings: {
    open: { to: 'draft', event: 'opened', by: reviewer, of: 'issuerId' },
    // What was published before the portal stood is taken over from its source by the house.
    carry: { to: 'published', event: 'carried', by: ['house'] },
  },
  steps: {
    publish: { from: ['draft'], to: 'published', event: 'published', by: reviewer, of: 'issuerId', apartFrom: ['openedBy'] },
    withdraw: { from: ['draft', 'published'], to: 'withdrawn', event: 'withdrawn', by: reviewer, of: 'issuerId' },
  },
})
export type GuidanceState = (typeof guidanceWorkflow.states)[number]
