'use server'

import { figureLabel, figuresWritten } from '@/app/_components/biweekly/sheet'
import { tongueOf } from '@/app/_components/biweekly/tongue'
import { formAction } from '@/app/_server/action'
import type { Typed } from '@/app/_server/answer'
import { reader } from '@/app/_server/session'
import { returnReport, signReport } from '@/lib/biweekly/commands/sign'
import { amendReport, writeReport } from '@/lib/biweekly/commands/write'
import { amendInput, returnInput, signInput, writeInput } from '@/lib/biweekly/input'
import type { Locale } from '@/lib/i18n/formats'
import { look } from '@/lib/perform'

const writers = ['platform.moderator', 'platform.compliance'] as const
const ofWriting = {
  reasons: 'write.reasonHead',
  'added.group': 'write.group',
  'added.line': 'write.lineOf',
  'added.column': 'write.figure',
  'added.value': 'write.value',
  'added.reason': 'write.reason',
}

const names = async (language: Locale) => {
  const tongue = await look((await reader()).actor, (tx) => tongueOf(tx, language))
  return (field: string, typed: Typed) => figureLabel(field, tongue, typed)
}

export const write = formAction({
  as: writers,
  noun: 'biweekly',
  called: ofWriting,
  names,
  written: figuresWritten,
  input: writeInput,
  run: writeReport,
  then: ({ number }) => `/c/${number}`,
})
export const amend = formAction({
  as: writers,
  noun: 'biweekly',
  called: ofWriting,
  names,
  written: figuresWritten,
  input: amendInput,
  run: amendReport,
  then: ({ number }) => `/c/${number}`,
})
export const sign = formAction({
  as: ['platform.compliance'],
  noun: 'biweekly',
  input: signInput,
  run: signReport,
  then: ({ number }) => `/c/${number}`,
})
export const giveBack = formAction({
  as: ['platform.compliance'],
  noun: 'biweekly',
  called: { reason: 'page.returnReason' },
  input: returnInput,
  run: returnReport,
  then: ({ number }) => `/c/${number}`,
})
