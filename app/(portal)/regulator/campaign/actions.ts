'use server'

import { formAction } from '@/app/_server/action'
import {
  closeCampaign,
  openCampaign,
  proposeClose,
  resumeCampaign,
  startCampaign,
  withdrawCampaign,
  writeCampaign,
} from '@/lib/campaign/commands'
import { closeInput, openInput, proposeCloseInput, resumeInput, startInput, withdrawInput, writeInput } from '@/lib/campaign/input'

export const open = formAction({
  as: ['national.reviewer'],
  noun: 'campaign',
  input: openInput,
  run: openCampaign,
  then: ({ id }) => `/regulator/campaign/${id}`,
})
export const write = formAction({
  as: ['national.reviewer'],
  noun: 'campaign',
  input: writeInput,
  run: writeCampaign,
  then: ({ id }) => `/regulator/campaign/${id}`,
})
export const withdraw = formAction({
  as: ['national.reviewer'],
  noun: 'campaign',
  input: withdrawInput,
  run: withdrawCampaign,
  then: () => '/regulator/campaign',
})
export const start = formAction({
  as: ['national.approver'],
  noun: 'campaign',
  input: startInput,
  run: startCampaign,
  then: ({ number }) => `/c/${number}`,
})
export const askToClose = formAction({
  as: ['national.reviewer'],
  noun: 'campaign',
  input: proposeCloseInput,
  run: proposeClose,
  then: ({ number }) => `/c/${number}`,
})
export const resume = formAction({
  as: ['national.approver'],
  noun: 'campaign',
  input: resumeInput,
  run: resumeCampaign,
  then: ({ number }) => `/c/${number}`,
})
export const close = formAction({
  as: ['national.approver'],
  noun: 'campaign',
  input: closeInput,
  run: closeCampaign,
  then: ({ number }) => `/c/${number}`,
})
