'use server'

import { formAction } from '@/app/_server/action'
import { dismissViolation, reassignViolation, takeOverViolation, upholdViolation } from '@/lib/violation/commands/decide'
import { discardDraft, keepDraft, openDraft } from '@/lib/violation/commands/draft'
import { faultsOfSent } from '@/lib/violation/commands/faults'
import { fileViolation, withdrawViolation } from '@/lib/violation/commands/file'
import { mergeViolation } from '@/lib/violation/commands/merge'
import { takeUp } from '@/lib/violation/commands/record'
import { settleDuplicate } from '@/lib/violation/commands/settle'
import {
  dismissInput,
  draftInput,
  heldInput,
  mergeInput,
  openInput,
  reassignInput,
  settleInput,
  takeOverInput,
  upholdInput,
  withdrawInput,
} from '@/lib/violation/input'
import { listPath, placeAfter } from './places'

const FILER = ['platform.moderator', 'association.monitor'] as const
const REVIEWER = ['province.reviewer', 'national.reviewer'] as const

export const openReport = formAction({ as: FILER, noun: 'violation', input: openInput, run: openDraft, then: ({ id }) => `/draft/${id}` })
/** The one form of a draft: what its button asks for decides whether it is filed or only kept. */
export const saveReport = formAction({
  as: FILER,
  noun: 'violation',
  called: {
    'places.rows.episode': 'draft.episode',
    'places.rows.start': 'draft.start',
    'places.rows.end': 'draft.end',
    'places.rows.note': 'draft.noteHidden',
    miniProgram: 'draft.miniProgram',
    'miniProgram.platformId': 'draft.platform',
    'miniProgram.appId': 'draft.appId',
    'miniProgram.name': 'draft.miniProgramName',
    account: 'draft.account',
    'account.platformId': 'draft.platform',
    'account.accountId': 'draft.accountId',
    'account.handle': 'draft.handle',
    platformId: 'draft.seenPlatform',
    cites: 'draft.cite',
    targets: 'draft.against',
  },
  input: draftInput,
  also: faultsOfSent,
  run: async (act, input) => (input.do === 'file' ? fileViolation(act, input) : keepDraft(act, input)),
  then: placeAfter,
  anew: (input) => input.do !== 'file',
  shown: (value): Record<string, string> => ('version' in value ? { version: String(value.version) } : {}),
})
export const discardReport = formAction({ as: FILER, noun: 'violation', input: heldInput, run: discardDraft, then: listPath })
export const withdrawReport = formAction({
  as: FILER,
  noun: 'violation',
  called: { reason: 'case.withdrawReason' },
  input: withdrawInput,
  run: withdrawViolation,
})
export const upholdReport = formAction({
  as: REVIEWER,
  noun: 'violation',
  called: { 'rulings.outcome': 'case.uphold', 'rulings.items': 'case.upheldItems', 'rulings.reason': 'case.reason' },
  input: upholdInput,
  run: upholdViolation,
})
export const takeUpReport = formAction({ as: REVIEWER, noun: 'violation', input: heldInput, run: takeUp })
export const dismissReport = formAction({
  as: REVIEWER,
  noun: 'violation',
  called: { reason: 'case.reason' },
  input: dismissInput,
  run: dismissViolation,
})
export const mergeReport = formAction({
  as: REVIEWER,
  noun: 'violation',
  called: { into: 'case.mergeInto', sameWork: 'case.sameWork' },
  input: mergeInput,
  run: mergeViolation,
})
export const settleDuplicates = formAction({
  as: REVIEWER,
  noun: 'violation',
  called: { how: 'many.how', rows: 'many.rows', 'rows.number': 'list.column.number', into: 'case.mergeInto', reason: 'case.reason' },
  input: settleInput,
  each: ({ rows, ...how }) => Object.values(rows).map((row) => ({ id: row.id, named: row.number, input: { rows: { one: row }, ...how } })),
  run: settleDuplicate,
})
export const reassignReport = formAction({
  as: REVIEWER,
  noun: 'violation',
  called: { bureauId: 'case.reassignTo', reason: 'case.reassignReason' },
  input: reassignInput,
  run: reassignViolation,
  then: () => '/regulator/violation',
})
export const takeOverReport = formAction({
  as: ['national.reviewer'],
  noun: 'violation',
  called: { reason: 'case.takeOverReason' },
  input: takeOverInput,
  run: takeOverViolation,
})
