// 限期整改: 72 hours unless the measure says otherwise, one extension before the end, 24 hours at least after a return (deadlines.csv).
import { addHours, isOverdue } from '../kernel/time'
import type { RectificationState } from './workflow'

/** Whoever gets work back has at least a day for it. */
const LEAST_HOURS = 24
const SECOND = 1000

/** When what is ordered now is to be mended. */
export const dueAsOrdered = (now: Date, hours: number) => addHours(now, hours)

/** Seconds that a hand-in made now leaves on the creator's clock. */
export const leftWhenHandedIn = (dueAt: Date, now: Date) => Math.max(0, Math.floor((dueAt.getTime() - now.getTime()) / SECOND))

/** When it is due after a return: what was left when it was handed in, 24 hours at least. */
export const dueAfterReturn = (clockLeft: number, now: Date) => new Date(now.getTime() + Math.max(clockLeft, LEAST_HOURS * 3600) * SECOND)

/** Has the time passed in which it could be handed in or extended? While it lies with the accepting one no clock of the creator's runs. */
export const isUnmet = ({ state, dueAt }: { state: RectificationState; dueAt: Date | null }, now: Date) =>
  (state === 'ordered' || state === 'returned') && dueAt !== null && isOverdue(dueAt, now)

const RANGE = /^(\d{1,5})(?:[-–—~至到](\d{1,5}))?$/
const EPISODES_MAX = 2000

/** Episodes as people write them, `3、5-7，12`: each once, in order; null where it is not understood. */
export function parseEpisodes(text: string): number[] | null {
  const found = new Set<number>()
  for (const part of text
    .normalize('NFKC')
    .replace(/第|集/g, '')
    .split(/[\s,、;，；]+/)
    .filter(Boolean)) {
    const range = RANGE.exec(part)
    if (!range) return null
    const [from, to] = [Number(range[1]), Number(range[2] ?? range[1])]
    if (from < 1 || to < from || to - from >= EPISODES_MAX) return null
    for (let episode = from; episode <= to; episode += 1) found.add(episode)
    if (found.size > EPISODES_MAX) return null
  }
  return [...found].sort((a, b) => a - b)
}

/** Episodes in order as a short text, `3、5–7、12`. */
export function spellEpisodes(episodes: readonly number[], between = '、'): string {
  const runs: [number, number][] = []
  for (const episode of episodes) {
    const last = runs.at(-1)
    if (last && episode === last[1] + 1) last[1] = episode
    else runs.push([episode, episode])
  }
  return runs.map(([from, to]) => (from === to ? from : `${from}–${to}`)).join(between)
}
