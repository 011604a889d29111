import { and, desc, eq, notInArray } from 'drizzle-orm'
import { biweeklyReports as reports } from '@/db/schema'
import { type biweeklyReports, REPORTED_PERIODS, type ReportStep } from '@/db/seed/biweekly'
import type { When } from '@/db/seed/when'
import { read } from '@/db/transaction'
import { returnReport, signReport, waiveReport } from '@/lib/biweekly/commands/sign'
import { amendReport, writeReport } from '@/lib/biweekly/commands/write'
import { endedPeriods, type Period } from '@/lib/biweekly/rules/period'
import { clock } from '@/lib/kernel/actor'
import { addDays, dayOf, startOf } from '@/lib/kernel/time'
import type { Scene } from './scene'

type Told = (typeof biweeklyReports)[number]

/** Working days of the demonstration, and days ago: since when there are people in it, and since when platforms take part. */
const [DAYS, PEOPLED, ADMITTED] = [60, 80, 84]

/** A time on the n-th working day after a period's end; none where that is not over yet. */
function momentAfter({ at }: Pick<Scene, 'at'>, { to }: Period, [day, time]: ReportStep['at']): Date | null {
  const now = at('0h')
  const end = startOf(to > addDays(dayOf(now), -PEOPLED) ? to : addDays(dayOf(now), -PEOPLED))
  const after = Array.from({ length: DAYS }, (_, count) => at(`${DAYS - 1 - count}d ${time}` as When)).filter((moment) => moment >= end)
  const moment = after[day - 1]
  return moment && moment <= now ? moment : null
}

/** Lets the scene know the version of a report that stands, and gives the key by which it does. */
async function versionOf(scene: Scene, platform: string, { from }: Period): Promise<string> {
  const filerId = await scene.platform(platform)
  const isVersion = and(eq(reports.filerId, filerId), eq(reports.periodFrom, from), notInArray(reports.state, ['superseded', 'withdrawn']))
  const [row] = await read(scene.on, clock, (tx) =>
    tx.select({ id: reports.id }).from(reports).where(isVersion).orderBy(desc(reports.edition)).limit(1),
  )
  const key = `biweekly ${platform} ${from}`
  scene.know(key, row!.id)
  return key
}

async function happen(scene: Scene, platform: string, period: Period, step: ReportStep, at: Date): Promise<unknown> {
  const [key, actor] = [await versionOf(scene, platform, period), await scene.person(step.by)]
  const table = 'biweekly_reports'
  const sent = (declares: Extract<ReportStep, { step: 'write' }>['declares'] = []) => ({
    declared: Object.fromEntries(declares.map(({ figure, value }) => [figure, value])),
    reasons: Object.fromEntries(declares.map(({ figure, reason }) => [figure, reason])),
    added: {},
  })
  switch (step.step) {
    case 'write':
      return scene.step(writeReport, actor, table, key, { ...sent(step.declares), remark: step.remark ?? null }, at)
    case 'amend':
      return scene.step(amendReport, actor, table, key, { ...sent(step.declares), remark: null, why: step.why }, at)
    case 'sign':
      return scene.step(signReport, actor, table, key, {}, at)
    case 'return':
      return scene.step(returnReport, actor, table, key, { reason: step.reason }, at)
    case 'waive':
      return scene.step(waiveReport, actor, table, key, { reason: step.reason }, at)
  }
}

/** Tells what a platform reported, period by period, as far as it has come. */
export function tellBiweekly(scene: Scene, { platform, usual, periods }: Told) {
  const now = scene.at('0h')
  for (const [ago, period] of endedPeriods(now, REPORTED_PERIODS).entries()) {
    if (period.to <= addDays(dayOf(now), -ADMITTED)) continue
    for (const step of periods[ago] ?? usual) {
      const at = momentAfter(scene, period, step.at)
      if (at) scene.plan(`biweekly ${platform} ${period.from}`, at, (when) => happen(scene, platform, period, step, when))
    }
  }
}
