// 专项整治: a campaign of 总局 with a basis, a window and a scope (as in 2022-11, 2023-11, 2026-01, 2026-06); two open it, two close it.
import { defineWorkflow } from '../kernel/workflow'

export const campaignWorkflow = defineWorkflow({
  noun: 'campaign',
  prefix: 'ZX',
  states: ['draft', 'running', 'closing', 'closed', 'withdrawn'],
  drafts: ['draft'],
  amend: { from: ['draft'], by: ['national.reviewer'], of: 'issuerId' },
  openings: { open: { to: 'draft', event: 'opened', by: ['national.reviewer'], of: 'issuerId' } },
  steps: {
    withdraw: { from: ['draft'], to: 'withdrawn', event: 'withdrawn', by: ['national.reviewer'], of: 'issuerId' },
    start: { from: ['draft'], to: 'running', event: 'started', by: ['national.approver'], of: 'issuerId', apartFrom: ['writtenBy'] },
    propose_close: { from: ['running'], to: 'closing', event: 'close_proposed', by: ['national.reviewer'], of: 'issuerId' },
    resume: {
      from: ['closing'],
      to: 'running',
      event: 'resumed',
      by: ['national.approver'],
      of: 'issuerId',
      apartFrom: ['closeProposedBy'],
    },
    close: { from: ['closing'], to: 'closed', event: 'closed', by: ['national.approver'], of: 'issuerId', apartFrom: ['closeProposedBy'] },
  },
  waits: { closing: { step: 'close', of: 'issuerId' } },
})
export type CampaignState = (typeof campaignWorkflow.states)[number]
export type CampaignStep = keyof typeof campaignWorkflow.steps
