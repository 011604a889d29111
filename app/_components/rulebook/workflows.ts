import { announcementWorkflow } from '@/lib/announcement/workflow'
import { batchWorkflow } from '@/lib/batch/workflow'
import { biweeklyWorkflow } from '@/lib/biweekly/workflow'
import { blacklistWorkflow } from '@/lib/blacklist/workflow'
import { campaignWorkflow } from '@/lib/campaign/workflow'
import { consultationWorkflow } from '@/lib/consultation/workflow'
import { statementWorkflow } from '@/lib/distribution/workflow'
import { guidanceWorkflow } from '@/lib/guidance/workflow'
import type { Words } from '@/lib/i18n/catalogue'
import { planWorkflow, sheetWorkflow } from '@/lib/inspection/workflow'
import type { Workflow } from '@/lib/kernel/workflow'
import { invitationWorkflow, memberWorkflow, organizationWorkflow } from '@/lib/organization/workflow'
import { penaltyWorkflow } from '@/lib/penalty/workflow'
import { rectificationWorkflow } from '@/lib/rectification/workflow'
import { registrationWorkflow } from '@/lib/registration/workflow'
import { takedownWorkflow } from '@/lib/takedown/workflow'
import { violationWorkflow } from '@/lib/violation/workflow'

type Group = keyof Words['rulebook']['workflow']['groups']
export type Noun = keyof Words['rulebook']['workflow']['noun']

/** Every workflow of the house, in the order in which a reader would look for it. */
export const WORKFLOWS: Record<Group, Partial<Record<Noun, Workflow>>> = {
  act: {
    registration: registrationWorkflow,
    violation: violationWorkflow,
    penalty: penaltyWorkflow,
    rectification: rectificationWorkflow,
    blacklist: blacklistWorkflow,
    takedown: takedownWorkflow,
    plan: planWorkflow,
    sheet: sheetWorkflow,
  },
  report: { batch: batchWorkflow, biweekly: biweeklyWorkflow, campaign: campaignWorkflow, announcement: announcementWorkflow },
  guide: { consultation: consultationWorkflow, guidance: guidanceWorkflow },
  house: { organization: organizationWorkflow, invitation: invitationWorkflow, member: memberWorkflow, statement: statementWorkflow },
}

export const workflowOf = (noun: string): { noun: Noun; workflow: Workflow } | null => {
  for (const workflows of Object.values(WORKFLOWS))
    if (Object.hasOwn(workflows, noun)) return { noun: noun as Noun, workflow: workflows[noun as Noun]! }
  return null
}

type Nouns = Partial<Record<string, { state?: Record<string, string>; step?: Record<string, string>; event?: Record<string, string> }>>
/** Where the words of a noun stand, when it shares the pages of another. */
const HOUSED: Partial<Record<Noun, string>> = { sheet: 'inspection', plan: 'inspection' }

/** The words of one workflow: those of its own pages, and the rulebook's where it has none. */
export function wordsOf(w: Words, noun: Noun, workflow: Workflow) {
  const c = w.rulebook.workflow
  const own = (w as unknown as Nouns)[HOUSED[noun] ?? noun]
  return {
    state: (state: string) => c.state[`${noun}.${state}`] ?? own?.state?.[state] ?? state,
    step: (step: string) => c.step[`${noun}.${step}`] ?? own?.step?.[step] ?? step,
    opening: (opening: string) => c.open[`${noun}.${opening}`] ?? own?.event?.[`${noun}.${workflow.openings[opening]?.event}`] ?? opening,
  }
}
