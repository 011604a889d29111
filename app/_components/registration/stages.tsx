import { format, words } from '@/app/_server/locale'
import { Path, type Stage } from '@/app/_ui/path'
import { NATIONAL_ID } from '@/lib/kernel/id'
import { dayOf } from '@/lib/kernel/time'
import type { Filing } from '@/lib/registration/queries/case'
import type { Passed } from '@/lib/registration/rules/passed'
import type { RegistrationState } from '@/lib/registration/workflow'

type At = Stage['at']
const AHEAD: At = 'ahead'

/** How far a filing has come: before, at or after a stage of its way. */
const placed = (state: RegistrationState, at: { current: RegistrationState[]; done: RegistrationState[] }): At =>
  at.current.includes(state) ? 'current' : at.done.includes(state) ? 'done' : AHEAD

const DECIDED: RegistrationState[] = ['registered', 'published', 'suspended']

type Shown = { filing: Filing; recorded: number; passed: Passed; isReviewer: boolean }

/** The way of a filing by its class; what later issues of the law ask for stands ahead, named. */
export async function Stages({ filing, recorded, passed, isReviewer }: Shown) {
  const [w, f] = await Promise.all([words(), format()])
  const { stage, stageDetail: detail, stagesLabel } = w.registration.filing
  const { state, class: filedAs, submittedAt, decidedAt, dueAt } = filing
  const organ = filing.bureauId === NATIONAL_ID ? 'national' : 'province'
  const onDay = (instant: Date | null) => (instant ? f.day(dayOf(instant)) : undefined)
  if (filedAs === 3) {
    const numbered = recorded > 0
    const stopped = state === 'suspended' && filing.pendingCount > 0
    return (
      <Path
        label={stagesLabel}
        stages={[
          { name: stage.offer, detail: onDay(submittedAt), at: 'done' },
          state === 'withdrawn'
            ? { name: stage.platforms, detail: detail.withdrawn, at: 'refused' }
            : stopped
              ? { name: stage.platforms, detail: detail.stopped, at: 'refused' }
              : {
                  name: stage.platforms,
                  detail: detail.platforms(recorded, filing.plannedCount),
                  at: filing.pendingCount > 0 ? 'current' : 'done',
                },
          {
            name: stage.air,
            detail: detail.air,
            at: numbered && state !== 'suspended' && (state === 'withdrawn' || filing.pendingCount === 0) ? 'current' : AHEAD,
          },
        ]}
      />
    )
  }
  const ended: Stage[] =
    state === 'refused' && passed.reviewedAt
      ? [
          { name: stage.review[organ], detail: onDay(passed.reviewedAt), at: 'done' },
          { name: stage.notice, detail: detail.refused, at: 'refused' },
        ]
      : state === 'refused'
        ? [{ name: stage.review[organ], detail: detail.refused, at: 'refused' }]
        : state === 'withdrawn'
          ? [{ name: stage.review[organ], detail: detail.withdrawn, at: 'refused' }]
          : []
  const review: Stage = {
    name: stage.review[organ],
    at: placed(state, { current: ['submitted', 'returned'], done: ['forwarded', ...DECIDED] }),
    detail:
      state === 'returned'
        ? isReviewer
          ? detail.returnedToCreator
          : detail.returned
        : state === 'submitted' && dueAt
          ? detail.reviewing(f.day(dayOf(dueAt)))
          : onDay(passed.reviewedAt),
  }
  const given: Stage =
    filedAs === 1
      ? {
          name: stage.notice,
          detail: onDay(decidedAt) ?? detail.notice,
          at: placed(state, { current: ['forwarded'], done: DECIDED }),
        }
      : { name: stage.number, detail: onDay(decidedAt) ?? detail.number, at: placed(state, { current: [], done: DECIDED }) }
  const later: Stage[] = [
    { name: stage.make, detail: detail.make, at: DECIDED.includes(state) ? 'current' : AHEAD },
    { name: stage.film, detail: detail.film, at: AHEAD },
    { name: filedAs === 1 ? stage.licence : stage.approval, detail: filedAs === 1 ? detail.licence : detail.approval, at: AHEAD },
    { name: stage.check, detail: detail.check, at: AHEAD },
  ]
  return (
    <Path
      label={stagesLabel}
      stages={[{ name: stage.submit, detail: onDay(submittedAt), at: 'done' }, ...(ended.length > 0 ? ended : [review, given, ...later])]}
    />
  )
}
