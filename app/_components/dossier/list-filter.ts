import { SUBJECT_KINDS } from '@/lib/distribution/workflow'
import type { SubjectFilter } from '@/lib/dossier/queries/subjects'
import type { Actor } from '@/lib/kernel/actor'
import { isId } from '@/lib/kernel/id'

export type Sent = Record<string, string | string[] | undefined>
const one = (value: string | string[] | undefined) => [value].flat()[0]?.trim().slice(0, 100) || undefined

/** What the address of a list asks for; what it cannot mean is left out. A platform's own stand on one tab, the others' on another. */
export function readSubjectQuery(sent: Sent, actor: Actor) {
  const platform = one(sent.platform)
  const query = {
    view: actor.kind === 'platform' && one(sent.view) === 'others' ? 'others' : undefined,
    q: one(sent.q),
    kind: SUBJECT_KINDS.find((kind) => kind === one(sent.kind)),
    platform: platform && isId(platform) ? platform : undefined,
    operator: one(sent.operator),
    running: one(sent.running) === 'yes' ? 'yes' : undefined,
  }
  const own = actor.kind === 'platform' && !query.view ? actor.organizationId! : undefined
  const filter: SubjectFilter = {
    q: query.q,
    kind: query.kind,
    platformId: own ?? query.platform,
    exceptId: query.view ? actor.organizationId! : undefined,
    creditCode: query.operator,
    running: query.running === 'yes',
    after: one(sent.after),
  }
  return { query, filter }
}

/** Whose measures in force the reader reads: a platform its own, a bureau those of its cases, 总局 all; CNSA nobody's. */
export type RunningOf = 'platform' | 'province' | 'national'
export const readsRunning = ({ kind }: Actor, view?: string): RunningOf | null =>
  kind === 'national' || kind === 'province' || (kind === 'platform' && !view) ? kind : null
