// The queue by what is left of each clock; working days as the rulebook counts them (行政许可法 art. 82).
import { dayOf, isOverdue } from '../kernel/time'
import { addWorkingDays, type Calendar } from '../rulebook/rules/deadline'

export const BANDS = ['overdue', 'today', 'soon', 'later', 'open'] as const
export type Band = (typeof BANDS)[number]

/** How many working days ahead still count as soon. */
const SOON = 3

/** Where in the queue a deadline belongs; one that ends at 24:00 belongs to the day before that midnight. */
export function bandOf(dueAt: Date | null, now: Date, calendar: Calendar): Band {
  if (!dueAt) return 'open'
  if (isOverdue(dueAt, now)) return 'overdue'
  const [today, last] = [dayOf(now), dayOf(new Date(dueAt.getTime() - 1))]
  if (last <= today) return 'today'
  return last <= addWorkingDays(today, SOON, calendar) ? 'soon' : 'later'
}

/** Everything that can wait for somebody, as `noun.step`; a test walks the workflows for what is missing here. */
export const ACTS = [
  'organization.accept',
  'organization.escalate',
  'registration.approve',
  'registration.submit',
  'registration.publish',
  'registration.pass_over',
  'registration.escalate',
  'violation.uphold',
  'violation.take_over',
  'rectification.hand_in',
  'rectification.accept',
  'rectification.escalate',
  'penalty.impose',
  'penalty.acknowledge',
  'penalty.conclude',
  'penalty.escalate',
  'blacklist.verify',
  'blacklist.approve',
  'blacklist.escalate',
  'takedown.remove',
  'takedown.overrule',
  'takedown.remind',
  'takedown.escalate',
  'sheet.find_clean',
  'sheet.refer',
  'consultation.answer',
  'consultation.escalate',
  'batch.confirm',
  'batch.resume',
  'biweekly.write',
  'biweekly.sign',
  'campaign.close',
  'announcement.approve',
] as const
export type DeskAct = (typeof ACTS)[number]
export const isDeskAct = (text: string): text is DeskAct => (ACTS as readonly string[]).includes(text)

/** What the clock brings before 总局 though the case stays another's to decide: it is watched, and its row offers no act. */
export const WATCHED: readonly DeskAct[] = [
  'organization.escalate',
  'registration.escalate',
  'rectification.escalate',
  'penalty.escalate',
  'blacklist.escalate',
  'consultation.escalate',
]
