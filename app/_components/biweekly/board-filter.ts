import { endedPeriods, type Period } from '@/lib/biweekly/rules/period'

export type Sent = Record<string, string | string[] | undefined>
const TRENDS = ['works', 'accounts', 'mini_programs', 'minutes'] as const
export type Trend = (typeof TRENDS)[number]

/** How many periods the board shows at once. */
export const PERIODS = 6
const FURTHEST = 2600
const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

/** What an address asks of the board: how many periods to go back, and which figure is drawn. */
export function readBoard(sent: Sent): { back: number; trend: Trend } {
  const back = Number(one(sent.back) ?? 0)
  return {
    back: Number.isInteger(back) && back > 0 && back <= FURTHEST ? back : 0,
    trend: TRENDS.find((name) => name === one(sent.trend)) ?? 'works',
  }
}

/** The periods on the board, the newest at the right. */
export const shownPeriods = (now: Date, back: number): Period[] =>
  endedPeriods(now, back + PERIODS)
    .slice(back)
    .reverse()
