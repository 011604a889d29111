import { eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { members, notices } from '@/db/schema'
import { announcements } from '@/db/seed/announcements'
import { batches } from '@/db/seed/batches'
import { biweeklyReports } from '@/db/seed/biweekly'
import { campaigns } from '@/db/seed/campaigns'
import { consultations } from '@/db/seed/consultations'
import { writtenGuidance } from '@/db/seed/guidance'
import { listings } from '@/db/seed/listings'
import { measures } from '@/db/seed/measures'
import { mendings } from '@/db/seed/rectifications'
import { reports } from '@/db/seed/reports'
import { works } from '@/db/seed/works'
import { read } from '@/db/transaction'
import { FIRST_DAY, periodOf } from '@/lib/biweekly/rules/period'
import { clock, houseFor, visitor } from '@/lib/kernel/actor'
import { addDays, addHours, dayOf, startOf } from '@/lib/kernel/time'
import { readAllNotices } from '@/lib/notice/commands/read'
import { strike } from '../clock'
import type { Progress } from '../progress'
import { tellAnnouncement } from './announcements'
import { tellBatch } from './batches'
import { tellBiweekly } from './biweekly'
import { tellCampaign } from './campaigns'
import { tellDecisions } from './decisions'
import { tellFiling } from './filings'
import { tellConsultation, tellGuidance } from './guidance'
import { tellInspections } from './inspections'
import { tellListing } from './listings'
import { tellMeasures } from './measures'
import { tellNewcomers } from './newcomers'
import { tellOperators } from './operators'
import { tellRectification } from './rectifications'
import { tellReport } from './reports'
import { type Scene, sceneOf } from './scene'
import type { Stage } from './stage'

/** Everything that happens in the demonstration after its people have come. */
export function tellAll(scene: Scene) {
  tellNewcomers(scene)
  for (const work of works) tellFiling(scene, work)
  for (const report of reports) tellReport(scene, report)
  for (const listing of listings) tellListing(scene, listing)
  for (const decided of measures) tellMeasures(scene, decided)
  for (const report of reports) tellDecisions(scene, report)
  for (const mending of mendings) tellRectification(scene, mending)
  for (const batch of batches) tellBatch(scene, batch)
  for (const reported of biweeklyReports) tellBiweekly(scene, reported)
  for (const campaign of campaigns) tellCampaign(scene, campaign)
  for (const announcement of announcements) tellAnnouncement(scene, announcement)
  for (const written of writtenGuidance) tellGuidance(scene, written)
  for (const asked of consultations) tellConsultation(scene, asked)
  tellOperators(scene)
  tellInspections(scene)
}

/** The monitoring's day begins at midnight in Beijing; before history begins no day does. */
const startOfNextDay = (after: Date) => (after.getTime() > 0 ? [startOf(addDays(dayOf(after), 1))] : [])

/** When the clock has something to do next after an instant. */
async function nextStrike(on: Db, after: Date): Promise<Date> {
  const [row] = await read(on, clock, (tx) =>
    tx.execute<{ at: string | null }>(sql`
      select min(at) as at from (
        select due_at as at from waiting where escalates_to is not null and due_at <> 'infinity'
        union all select ends_at from penalties where state = 'active'
        union all select scheduled_at from announcements where state = 'scheduled'
        union all select due_at from rectifications where state in ('ordered', 'returned')) due
      where at > ${after.toISOString()}`),
  )
  const periodEnds = startOf((periodOf(dayOf(after)) ?? periodOf(FIRST_DAY)!).to)
  const times = [periodEnds, ...startOfNextDay(after), ...(row?.at ? [new Date(row.at)] : [])]
  return times.reduce((first, at) => (at < first ? at : first))
}

/** Nothing that an act begins is due sooner. */
const SOONEST_HOURS = 2

/** A clock that does all that it would have done by an instant, when it would have done it. */
function clockOn(on: Db) {
  let [turned, silentUntil] = [new Date(0), new Date(0)]
  return async (until: Date) => {
    if (until < silentUntil) return
    for (let at = await nextStrike(on, turned); ; at = await nextStrike(on, turned)) {
      const soonest = addHours(until, SOONEST_HOURS)
      silentUntil = at < soonest ? at : soonest
      if (at > until) break
      await strike(on, at)
      turned = at
    }
    turned = until
  }
}

/** What was told before the last day has been read by everybody. */
async function readPast({ on, now, act, person }: Scene) {
  const names = await read(on, houseFor(visitor), (tx) =>
    tx
      .selectDistinct({ name: members.name })
      .from(notices)
      .innerJoin(members, eq(members.id, notices.memberId))
      .where(eq(members.state, 'active')),
  )
  const until = addHours(now, -24).toISOString()
  for (const { name } of names) await act(readAllNotices, await person(name), { until }, now)
}

/** Makes twelve weeks of history, act by act in the order of time, with the clock turning between them. */
export async function seedHistory(stage: Stage, follow: (acts: number) => Progress) {
  const scene = await sceneOf(stage)
  tellAll(scene)
  const deeds = scene.deeds()
  const turnClock = clockOn(stage.on)
  const progress = follow(deeds.length)
  for (const [done, { at, work }] of deeds.entries()) {
    if (at > stage.now) throw new Error(`the demonstration reaches into the future: ${at.toISOString()}`)
    progress.at(done)
    await turnClock(at)
    await work(at)
  }
  progress.at(deeds.length)
  progress.end()
  await turnClock(stage.now)
  await readPast(scene)
}
