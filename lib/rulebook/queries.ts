import { desc } from 'drizzle-orm'
import { PgTransaction } from 'drizzle-orm/pg-core'
import type { Db } from '@/db/client'
import {
  deadlines,
  papers,
  penaltyGuide,
  penaltyLadder,
  platformNames,
  publishedCampaigns,
  publishedNotices,
  regulators,
  rulebookVersions,
  sources,
  tierRules,
  violationItems,
  workingDays,
} from '@/db/schema'
import { REFERENCE, type ReferenceFile } from './input'
import type { Rulebook } from './rules/book'
import { calendarOf } from './rules/deadline'

async function read(on: Db, versions: Rulebook['versions'], loadedAt: Date): Promise<Rulebook> {
  const days = await on.select().from(workingDays).orderBy(workingDays.date)
  return {
    versions,
    loadedAt,
    tiers: await on.select().from(tierRules).orderBy(tierRules.effectiveFrom, tierRules.aiMade),
    taxonomy: await on.select().from(violationItems).orderBy(violationItems.code),
    ladder: (await on.select().from(penaltyLadder)).toSorted((a, b) => Number(a.code.slice(1)) - Number(b.code.slice(1))),
    guide: await on.select().from(penaltyGuide).orderBy(penaltyGuide.severity, penaltyGuide.occurrence, penaltyGuide.target),
    deadlines: await on.select().from(deadlines).orderBy(deadlines.code, deadlines.effectiveFrom),
    days,
    calendar: calendarOf(days, versions.working_days),
    regulators: await on.select().from(regulators).orderBy(regulators.code),
    platforms: await on.select().from(platformNames).orderBy(platformNames.code),
    papers: await on.select().from(papers).orderBy(papers.phase, papers.effectiveFrom, papers.code),
    sources: await on.select().from(sources).orderBy(sources.key),
    campaigns: await on
      .select()
      .from(publishedCampaigns)
      .orderBy(publishedCampaigns.from, publishedCampaigns.code, publishedCampaigns.metric),
    notices: await on.select().from(publishedNotices).orderBy(publishedNotices.date, publishedNotices.publisher, publishedNotices.subject),
  }
}

let kept: { loads: string; book: Rulebook } | undefined
const inForce = new WeakMap<Db, Rulebook>()

/**
 * The whole rulebook, kept in the process and read anew only after a new load; law has no secrets, so no actor narrows it. A
 * transaction goes by one rulebook from beginning to end.
 */
export async function rulebook(on: Db): Promise<Rulebook> {
  if (inForce.has(on)) return inForce.get(on)!
  const book = await latestBook(on)
  if (on instanceof PgTransaction) inForce.set(on, book)
  return book
}

async function latestBook(on: Db): Promise<Rulebook> {
  const latest = await on
    .selectDistinctOn([rulebookVersions.file])
    .from(rulebookVersions)
    .orderBy(rulebookVersions.file, desc(rulebookVersions.loadedAt))
  const absent = Object.keys(REFERENCE).filter((name) => latest.every(({ file }) => file !== name))
  if (absent.length > 0) throw new Error(`the rulebook is not loaded: ${absent.join(', ')}`)
  const loads = latest.map(({ file, version, loadedAt }) => `${file} ${version} ${loadedAt.getTime()}`).join('\n')
  if (kept?.loads !== loads) {
    const versions = Object.fromEntries(latest.map(({ file, version }) => [file, version])) as Record<ReferenceFile, string>
    const loadedAt = new Date(Math.max(...latest.map((one) => one.loadedAt.getTime())))
    kept = { loads, book: await read(on, versions, loadedAt) }
  }
  return kept.book
}
