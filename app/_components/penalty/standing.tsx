import { words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { Words } from '@/lib/i18n/catalogue'
import { isOverdue } from '@/lib/kernel/time'
import type { Outline } from '@/lib/penalty/queries/lists'
import { GUIDANCE, REFERRAL } from '@/lib/penalty/rules/measure'
import type { PenaltyState } from '@/lib/penalty/workflow'

type Seen = Pick<Outline, 'rung' | 'state' | 'startsAt' | 'endsAt'>
type Standing = PenaltyState | keyof Words['penalty']['standing']

const tones: Record<Standing, Tone> = {
  ahead: 'waiting',
  active: 'progress',
  mending: 'progress',
  answer: 'overdue',
  over: 'neutral',
  referred: 'done',
  closed: 'neutral',
  ended: 'neutral',
  met: 'done',
  unmet: 'refused',
  revoked: 'neutral',
}

/** Where a penalty stands at this instant: one in force may not have started, or have run out before the clock noted it. */
function standingOf({ rung, state, startsAt, endsAt }: Seen, now: Date): Standing {
  if (state !== 'active' && state !== 'running') return state
  if (startsAt > now) return 'ahead'
  if (rung === REFERRAL) return 'referred'
  const isOver = endsAt !== null && isOverdue(endsAt, now)
  // Whether guidance was followed is its platform's and the regulators' to know.
  if (rung === GUIDANCE) return state === 'running' ? 'active' : isOver ? 'answer' : 'mending'
  return isOver ? 'over' : 'active'
}

export function standingWords(w: Words['penalty'], row: Seen, now: Date): string {
  const standing = standingOf(row, now)
  return standing in w.standing ? w.standing[standing as keyof Words['penalty']['standing']] : w.state[standing as PenaltyState]
}

export async function PenaltyStanding({ row, now, pill }: { row: Seen; now: Date; pill?: boolean }) {
  const { penalty: w } = await words()
  return (
    <State tone={tones[standingOf(row, now)]} pill={pill}>
      {standingWords(w, row, now)}
    </State>
  )
}
