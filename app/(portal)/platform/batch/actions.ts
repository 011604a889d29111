'use server'

import { formAction } from '@/app/_server/action'
import { confirmBatch, resumeBatch, withdrawBatch } from '@/lib/batch/commands/run'
import { batchInput } from '@/lib/batch/input'
import { takeBackRecord } from '@/lib/penalty/commands/record'

export const confirm = formAction({
  as: ['platform.compliance'],
  noun: 'batch',
  input: batchInput,
  run: confirmBatch,
  then: ({ number }) => `/c/${number}`,
})
export const resume = formAction({
  as: ['platform.compliance'],
  noun: 'batch',
  input: batchInput,
  run: resumeBatch,
  then: ({ number }) => `/c/${number}`,
})
export const withdraw = formAction({
  as: ['platform.compliance'],
  noun: 'batch',
  input: batchInput,
  run: withdrawBatch,
  then: ({ number }) => `/c/${number}`,
})
export const takeBack = formAction({
  as: ['platform.compliance'],
  noun: 'violation',
  input: batchInput,
  run: takeBackRecord,
  then: ({ number }) => `/c/${number}`,
})
