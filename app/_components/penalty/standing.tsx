import { words } from '@/app/_server/locale'
import type { Tone } from '@/app/_ui/shape'
import { State } from '@/app/_ui/state'
import type { Words } from '@/lib/i18n/catalogue'
import { isOverdue } from '@/lib/kernel/time'
import type { Outline } from '@/lib/penalty/queries/lists'
import { GUIDANCE, lastsUntilMended, PROPOSAL, REFERRAL } from '@/lib/penalty/rules/measure'
import type { PenaltyState } from '@/lib/penalty/workflow'

type Seen = Pick<Outline, 'rung' | 'parameter' | 'state' | 'startsAt' | 'endsAt'>
type Standing = PenaltyState | keyof Words['penalty']['standing']

const tones: Record<Standing, Tone> = {
  due: 'waiting',
  ahead: 'waiting',
  waits: 'waiting',
  active: 'progress',
  mending: 'progress',
  removed: 'progress',
  suspended: 'progress',
  proposed: 'progress',
  running: 'progress',
  answer: 'overdue',
  over: 'neutral',
  referred: 'waiting',
  acknowledged: 'progress',
  concluded: 'done',
  closed: 'neutral',
  recorded: 'neutral',
  ended: 'neutral',
  met: 'done',
  unmet: 'refused',
  revoked: 'neutral',
  spared: 'neutral',
  withdrawn: 'neutral',
}

/** How a measure without an end stands. */
export function openEnded({
  rung,
  parameter,
  startsAt,
}: Pick<Seen, 'rung' | 'parameter' | 'startsAt'>): 'lasting' | 'mended' | 'returned' | 'none' {
  if (rung === null || rung === REFERRAL || rung === PROPOSAL) return 'none'
  if (startsAt === null) return 'returned'
  return lastsUntilMended({ rung, parameter }) ? 'mended' : 'lasting'
}

/** Where a penalty stands at this instant: one in force may not have started, or have run out before the clock noted it. */
function standingOf({ rung, parameter, state, startsAt, endsAt }: Seen, now: Date): Standing {
  const isOver = endsAt !== null && isOverdue(endsAt, now)
  if (state === 'recorded') return isOver || endsAt === null ? 'recorded' : 'running'
  if (state !== 'active' && state !== 'running') return state
  if (rung === REFERRAL) return state === 'running' ? 'active' : 'referred'
  if (rung === PROPOSAL) return 'proposed'
  if (startsAt === null) return 'waits'
  if (startsAt > now) return 'ahead'
  // Whether guidance was followed is its platform's and the regulators' to know.
  if (rung === GUIDANCE) return state === 'running' ? 'active' : isOver ? 'answer' : 'mending'
  if (rung && lastsUntilMended({ rung, parameter })) return rung === 'P8' ? 'suspended' : 'removed'
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
