'use server'

import { formAction } from '@/app/_server/action'
import type { Duty } from '@/lib/kernel/actor'
import {
  approveFiling,
  forwardFiling,
  publishNotice,
  refuseFiling,
  rejectFiling,
  returnFiling,
  sendBackFiling,
} from '@/lib/registration/commands/review'
import { opinionInput, reasonInput, returnInput, stepInput } from '@/lib/registration/input'

const noun = 'registration'
const reviewer: readonly Duty[] = ['province.reviewer', 'national.reviewer']
const national: readonly Duty[] = ['national.reviewer']
const toCase = ({ number }: { number: string | null }) => `/c/${number}`

export const approve = formAction({ as: reviewer, noun, input: stepInput, run: approveFiling, then: toCase })
export const forward = formAction({
  as: reviewer,
  noun,
  called: { opinion: 'filing.opinion' },
  input: opinionInput,
  run: forwardFiling,
  then: toCase,
})
export const refuse = formAction({
  as: reviewer,
  noun,
  called: { reason: 'filing.refuseReason' },
  input: reasonInput,
  run: refuseFiling,
  then: toCase,
})
export const giveBack = formAction({ as: reviewer, noun, input: returnInput, run: returnFiling, then: toCase })
export const publish = formAction({ as: national, noun, input: stepInput, run: publishNotice, then: toCase })
export const reject = formAction({
  as: national,
  noun,
  called: { reason: 'filing.refuseReason' },
  input: reasonInput,
  run: rejectFiling,
  then: toCase,
})
export const sendBack = formAction({ as: national, noun, input: returnInput, run: sendBackFiling, then: toCase })
