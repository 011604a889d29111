'use server'

import { formAction } from '@/app/_server/action'
import { currentActor } from '@/app/_server/session'
import { amendPlan, endPlan, openPlan, startPlan, withdrawPlan } from '@/lib/inspection/commands/plan'
import { referFinding } from '@/lib/inspection/commands/refer'
import { findBreach, findClean } from '@/lib/inspection/commands/sheet'
import { amendInput, cleanInput, findInput, heldInput, openInput } from '@/lib/inspection/input'
import { sheetAfter } from '@/lib/inspection/queries/sheets'
import { look } from '@/lib/perform'

const as = ['association.monitor'] as const
const noun = 'inspection'
const ofPlan = {
  title: 'plan.field.title',
  frame: 'plan.field.frame',
  platformId: 'plan.field.platformId',
  sampleSize: 'plan.field.sampleSize',
  weekdays: 'plan.field.weekdays',
  startsOn: 'plan.field.startsOn',
  endsOn: 'plan.field.endsOn',
}

export const open = formAction({
  as,
  noun,
  called: ofPlan,
  input: openInput,
  run: openPlan,
  then: ({ id }) => `/draft/${id}`,
})
export const amend = formAction({
  as,
  noun,
  called: ofPlan,
  input: amendInput,
  run: amendPlan,
  anew: () => true,
  shown: ({ version }): Record<string, string> => ({ version: String(version) }),
})
export const start = formAction({ as, noun, input: heldInput, run: startPlan, then: ({ number }) => `/c/${number}` })
export const withdraw = formAction({ as, noun, input: heldInput, run: withdrawPlan, then: () => '/association/inspection/plan' })
export const end = formAction({ as, noun, input: heldInput, run: endPlan })
/** A clean sheet leads on to the next one of its day. */
export const clean = formAction({
  as,
  noun,
  called: { note: 'sheet.note' },
  input: cleanInput,
  run: findClean,
  then: async ({ id }) => {
    const next = await look(await currentActor(...as), (tx) => sheetAfter(tx, id))
    return next ? `/c/${next}` : '/association/inspection'
  },
})
export const find = formAction({
  as,
  noun,
  called: {
    address: 'sheet.address',
    episode: 'sheet.episode',
    start: 'sheet.start',
    end: 'sheet.end',
    items: 'sheet.items',
    picture: 'sheet.pictures',
    note: 'sheet.note',
  },
  input: findInput,
  run: findBreach,
  then: ({ number }) => `/c/${number}`,
})
export const refer = formAction({ as, noun, input: heldInput, run: referFinding, then: ({ violation }) => `/c/${violation.number}` })
