'use server'

import { formAction } from '@/app/_server/action'
import { reportRefusal } from '@/lib/penalty/commands/refusal'
import { reportInput } from '@/lib/penalty/input'
import { removeFile } from '@/lib/rectification/commands/files'
import { handIn } from '@/lib/rectification/commands/hand-in'
import { orderOnReport } from '@/lib/rectification/commands/order'
import { acceptRectification, extendRectification, returnRectification } from '@/lib/rectification/commands/rule'
import { acceptInput, extendInput, handInInput, orderInput, removeInput, returnInput } from '@/lib/rectification/input'
import { caseOf, draftOf } from './addresses'

const REVIEWER = ['province.reviewer', 'national.reviewer'] as const
const OPENER = ['platform.compliance', ...REVIEWER] as const
const HANDER = ['creator.signatory', 'platform.moderator'] as const

export const order = formAction({ as: REVIEWER, noun: 'rectification', input: orderInput, run: orderOnReport, then: caseOf })
export const hand = formAction({ as: HANDER, noun: 'rectification', input: handInInput, run: handIn, then: caseOf })
export const remove = formAction({ as: HANDER, noun: 'rectification', input: removeInput, run: removeFile })
export const accept = formAction({ as: OPENER, noun: 'rectification', input: acceptInput, run: acceptRectification, then: caseOf })
export const giveBack = formAction({ as: OPENER, noun: 'rectification', input: returnInput, run: returnRectification, then: caseOf })
export const extend = formAction({ as: OPENER, noun: 'rectification', input: extendInput, run: extendRectification, then: caseOf })
export const report = formAction({
  as: ['platform.moderator'],
  noun: 'rectification',
  input: reportInput,
  run: reportRefusal,
  then: draftOf,
})
