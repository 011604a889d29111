// Who is told of what: the holders of the duty, in the organizations that an event concerns. A row here is a notice; no row, none.
import type { Duty } from '../kernel/actor'

export const NOTICE_KINDS = [
  'due_soon',
  'overdue',
  'order_issued',
  'order_again',
  'order_reminded',
  'order_withdrawn',
  'objection_excused',
  'returned',
  'refused',
  'approved',
  'recorded',
  'passed_over',
  'suspended',
  'restored',
  'upheld',
  'upheld_on_work',
  'dismissed',
  'merged',
  'root_concluded',
  'verified',
  'verified_on_work',
  'declined',
  'listed',
  'listed_on_work',
  'lifted',
  'lifted_on_work',
  'mending_ordered',
  'mending_extended',
  'mending_handed_in',
  'mending_accepted',
  'mending_returned',
  'mending_refused',
  'decision_due',
  'report_due',
  'report_returned',
  'announced',
  'announcement_returned',
  'answered',
  'referral_concluded',
] as const
export type NoticeKind = (typeof NOTICE_KINDS)[number]

/** Whom an event concerns, by what the case says of it; the queries know where that stands. */
export const PARTIES = [
  'order_platform',
  'filing_creator',
  'report_filer',
  'report_producer',
  'entry_proposer',
  'entry_producer',
  'entry_platform',
  'mending_hander',
  'mending_opener',
  'mending_joiner',
  'penalty_platform',
  'report_of_platform',
  'notice_issuer',
  'question_asker',
] as const
export type Party = (typeof PARTIES)[number]

export type Told = { kind: NoticeKind; to: Party; duties: readonly Duty[] }

const platform: readonly Duty[] = ['platform.moderator', 'platform.compliance']
const compliance: readonly Duty[] = ['platform.compliance']
const filer: readonly Duty[] = [...platform, 'association.monitor']
const creator: readonly Duty[] = ['creator.editor', 'creator.signatory']
const hander: readonly Duty[] = [...creator, ...platform]
const opener: readonly Duty[] = ['platform.compliance', 'province.reviewer', 'national.reviewer']
const proposer: readonly Duty[] = ['platform.compliance', 'association.monitor']
const issuer: readonly Duty[] = ['national.reviewer', 'national.approver', 'association.monitor', ...platform]

export const LAW: Partial<Record<string, readonly Told[]>> = {
  'takedown.issued': [{ kind: 'order_issued', to: 'order_platform', duties: platform }],
  'takedown.overruled': [{ kind: 'order_again', to: 'order_platform', duties: platform }],
  'takedown.excused': [{ kind: 'objection_excused', to: 'order_platform', duties: platform }],
  'takedown.reappeared': [{ kind: 'order_again', to: 'order_platform', duties: platform }],
  'takedown.reminded': [{ kind: 'order_reminded', to: 'order_platform', duties: platform }],
  'takedown.withdrawn': [{ kind: 'order_withdrawn', to: 'order_platform', duties: platform }],
  'registration.returned': [{ kind: 'returned', to: 'filing_creator', duties: creator }],
  'registration.sent_back': [{ kind: 'returned', to: 'filing_creator', duties: creator }],
  'registration.refused': [{ kind: 'refused', to: 'filing_creator', duties: creator }],
  'registration.rejected': [{ kind: 'refused', to: 'filing_creator', duties: creator }],
  'registration.approved': [{ kind: 'approved', to: 'filing_creator', duties: creator }],
  'registration.published': [{ kind: 'approved', to: 'filing_creator', duties: creator }],
  'registration.record_noted': [{ kind: 'recorded', to: 'filing_creator', duties: creator }],
  'registration.passed_over': [{ kind: 'passed_over', to: 'filing_creator', duties: creator }],
  'registration.suspended': [{ kind: 'suspended', to: 'filing_creator', duties: creator }],
  'registration.restored': [{ kind: 'restored', to: 'filing_creator', duties: creator }],
  'violation.upheld': [
    { kind: 'upheld', to: 'report_filer', duties: filer },
    { kind: 'upheld_on_work', to: 'report_producer', duties: creator },
  ],
  'violation.dismissed': [{ kind: 'dismissed', to: 'report_filer', duties: filer }],
  'violation.merged': [{ kind: 'merged', to: 'report_filer', duties: filer }],
  'violation.concluded': [{ kind: 'root_concluded', to: 'report_filer', duties: filer }],
  'blacklist.verified': [
    { kind: 'verified', to: 'entry_proposer', duties: proposer },
    { kind: 'verified_on_work', to: 'entry_producer', duties: creator },
  ],
  'blacklist.dismissed': [{ kind: 'declined', to: 'entry_proposer', duties: proposer }],
  'blacklist.declined': [{ kind: 'declined', to: 'entry_proposer', duties: proposer }],
  'blacklist.approved': [
    { kind: 'listed', to: 'entry_proposer', duties: proposer },
    { kind: 'listed_on_work', to: 'entry_producer', duties: creator },
  ],
  'blacklist.lifted': [
    { kind: 'lifted', to: 'entry_platform', duties: platform },
    { kind: 'lifted_on_work', to: 'entry_producer', duties: creator },
  ],
  'rectification.ordered': [{ kind: 'mending_ordered', to: 'mending_hander', duties: hander }],
  'rectification.extended': [{ kind: 'mending_extended', to: 'mending_hander', duties: hander }],
  'rectification.handed_in': [{ kind: 'mending_handed_in', to: 'mending_opener', duties: opener }],
  'rectification.accepted': [
    { kind: 'mending_accepted', to: 'mending_hander', duties: hander },
    { kind: 'mending_accepted', to: 'mending_joiner', duties: compliance },
  ],
  'rectification.returned': [{ kind: 'mending_returned', to: 'mending_hander', duties: hander }],
  'rectification.refused': [
    { kind: 'mending_refused', to: 'mending_hander', duties: hander },
    { kind: 'mending_refused', to: 'mending_opener', duties: opener },
    { kind: 'mending_refused', to: 'mending_joiner', duties: compliance },
  ],
  'penalty.called': [{ kind: 'decision_due', to: 'penalty_platform', duties: compliance }],
  'penalty.concluded': [{ kind: 'referral_concluded', to: 'penalty_platform', duties: compliance }],
  'biweekly.called': [{ kind: 'report_due', to: 'report_of_platform', duties: platform }],
  'biweekly.returned': [{ kind: 'report_returned', to: 'report_of_platform', duties: platform }],
  'announcement.published': [{ kind: 'announced', to: 'notice_issuer', duties: issuer }],
  'announcement.returned': [{ kind: 'announcement_returned', to: 'notice_issuer', duties: issuer }],
  'consultation.answered': [{ kind: 'answered', to: 'question_asker', duties: creator }],
}
