// 专项整治的口径: which figures a campaign counts, and how its scope narrows them.
import type { FigureDefinition } from '../figure/rules'
import type { TargetKind } from '../figure/workflow'
import { addDays, type Day, startOf } from '../kernel/time'

/** What a campaign counts, each in its own unit; units are never added to each other. */
export const CAMPAIGN_FIGURES = [
  'found_works',
  'removed_works',
  'removed_episodes',
  'removed_minutes',
  'found_mini_programs',
  'handled_mini_programs',
  'found_accounts',
  'handled_accounts',
  'orders_carried_out',
] as const
export type CampaignFigure = (typeof CAMPAIGN_FIGURES)[number]

/** The kinds of subject that a campaign can be about; an episode counts for its work. */
export const CAMPAIGN_KINDS = ['drama', 'mini_program', 'account'] as const
export type CampaignKind = (typeof CAMPAIGN_KINDS)[number]

const DRAMA: TargetKind[] = ['drama', 'episode']
type Meaning = { kind: CampaignKind } & Pick<FigureDefinition, 'what' | 'measure' | 'targetKinds' | 'rungs' | 'sources'>
const MEANING: Record<CampaignFigure, Meaning> = {
  found_works: { kind: 'drama', what: 'found', measure: 'targets', targetKinds: ['drama'] },
  removed_works: { kind: 'drama', what: 'measured', measure: 'targets', targetKinds: ['drama'], rungs: ['P3'] },
  removed_episodes: { kind: 'drama', what: 'measured', measure: 'episodes', targetKinds: DRAMA, rungs: ['P2', 'P3'] },
  removed_minutes: { kind: 'drama', what: 'measured', measure: 'minutes', targetKinds: DRAMA, rungs: ['P2', 'P3'] },
  found_mini_programs: { kind: 'mini_program', what: 'found', measure: 'targets', targetKinds: ['mini_program'] },
  handled_mini_programs: { kind: 'mini_program', what: 'measured', measure: 'targets', targetKinds: ['mini_program'] },
  found_accounts: { kind: 'account', what: 'found', measure: 'targets', targetKinds: ['account'] },
  handled_accounts: { kind: 'account', what: 'measured', measure: 'targets', targetKinds: ['account'] },
  orders_carried_out: { kind: 'drama', what: 'carried_out', measure: 'targets', targetKinds: ['drama'] },
}

export type Scope = {
  fromOn: Day
  toOn: Day
  targetKinds: readonly string[]
  platformIds: readonly string[]
  bureauIds: readonly string[]
  labels: readonly { label: string; codes: readonly string[] }[]
}

/** The figures that a campaign of this scope has. */
export const figuresOf = ({ targetKinds }: Pick<Scope, 'targetKinds'>): CampaignFigure[] =>
  CAMPAIGN_FIGURES.filter((name) => targetKinds.includes(MEANING[name].kind))

/** What a figure counts, and of which kinds of subject: its unit follows from them. */
export const measuredBy = (name: CampaignFigure) => ({ measure: MEANING[name].measure, targetKinds: MEANING[name].targetKinds })

/** Figures that a quota can be set for. */
export const quotaFigures = (scope: Pick<Scope, 'targetKinds'>) => figuresOf(scope).filter((name) => MEANING[name].measure === 'targets')

/** The part of a figure by which a quota is measured: what a platform filed or did itself, or a bureau's cases. So it reads alike for everybody. */
export const partOf = (whole: FigureDefinition, by: 'owner' | 'bureau', organizationId: string): FigureDefinition => ({
  ...whole,
  [by === 'owner' ? 'ownerIds' : 'bureauIds']: [organizationId],
})

/** A figure of a campaign by the record's own terms: all items of its labels, or those of one label. */
export function definitionOf(name: CampaignFigure, scope: Scope, label?: number): FigureDefinition {
  const { kind: _, ...meaning } = MEANING[name]
  const labels = label === undefined ? scope.labels : scope.labels.slice(label, label + 1)
  const codes = [...new Set(labels.flatMap((one) => one.codes))].sort()
  // A measure is always its platform's; what was found may have been filed by anybody.
  const of = meaning.what === 'found' ? 'standsOn' : 'ownerIds'
  return {
    ...meaning,
    ...(codes.length > 0 && { codes }),
    ...(scope.platformIds.length > 0 && { [of]: [...scope.platformIds].sort() }),
    ...(scope.bureauIds.length > 0 && { bureauIds: [...scope.bureauIds].sort() }),
    from: startOf(scope.fromOn).toISOString(),
    to: startOf(addDays(scope.toOn, 1)).toISOString(),
  }
}
