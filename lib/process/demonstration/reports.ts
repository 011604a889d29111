import { createHash } from 'node:crypto'
import { eq } from 'drizzle-orm'
import { registrations, violationClauses, violationSubjects, violations } from '@/db/schema'
import type { Report, ReportStep } from '@/db/seed/reports'
import { read } from '@/db/transaction'
import { clock } from '@/lib/kernel/actor'
import { addDays, addHours, dayOf } from '@/lib/kernel/time'
import type { Command } from '@/lib/perform'
import { dismissViolation, reassignViolation, upholdViolation } from '@/lib/violation/commands/decide'
import { keepDraft, openDraft } from '@/lib/violation/commands/draft'
import { attachEvidence } from '@/lib/violation/commands/evidence'
import { fileViolation, withdrawViolation } from '@/lib/violation/commands/file'
import { mergeViolation } from '@/lib/violation/commands/merge'
import type { FileViolation } from '@/lib/violation/input'
import { parsePlaces } from '@/lib/violation/rules'
import { evidenceFile, store } from './evidence/files'
import type { Scene } from './scene'

const [WRITING_HOURS, UPLOADING_HOURS] = [0.5, 0.2]

/** The work that a report or a filing is about. */
export async function workOf({ on, known }: Scene, key: string): Promise<string> {
  const id = known(key)
  return read(on, clock, async (tx) => {
    const [filing] = await tx.select({ dramaId: registrations.dramaId }).from(registrations).where(eq(registrations.id, id))
    const subjects = filing
      ? [filing]
      : await tx.select({ dramaId: violationSubjects.dramaId }).from(violationSubjects).where(eq(violationSubjects.violationId, id))
    const found = subjects.find(({ dramaId }) => dramaId !== null)?.dramaId
    if (!found) throw new Error(`${key} is about no work`)
    return found
  })
}

/** The only account of a report. */
export async function accountOf({ on, known }: Scene, key: string): Promise<string> {
  const rows = await read(on, clock, (tx) =>
    tx
      .select({ accountId: violationSubjects.accountId })
      .from(violationSubjects)
      .where(eq(violationSubjects.violationId, known(key))),
  )
  const found = rows.find(({ accountId }) => accountId !== null)?.accountId
  if (!found) throw new Error(`${key} is about no account`)
  return found
}

const addressesOf = ({ key, by, links = 0 }: Report) =>
  Array.from(
    { length: links },
    (_, at) => `https://video.example/watch/${createHash('sha256').update(`${key} ${by} ${at}`).digest('hex').slice(0, 12)}`,
  )

function placesOf({ key, places = [] }: Report) {
  const read = parsePlaces(places.join('\n'))
  if (!read.ok) throw new Error(`${key}: ${read.errors[0]!.text} is no place`)
  return read.places
}

async function inputOf(scene: Scene, report: Report, at: Date): Promise<Omit<FileViolation, 'id' | 'version'>> {
  const { work, on, account, miniProgram, stage = 'after_airing', seen = 0, items, targets = {}, description } = report
  const named = typeof work === 'object' ? work : undefined
  const subject = async <T extends { platform: string }>({ platform, ...rest }: T) => ({
    platformId: await scene.platform(platform),
    ...rest,
  })
  return {
    do: 'file',
    work: named ? 'new' : typeof work === 'string' ? await workOf(scene, work) : 'none',
    title: named?.title ?? '',
    aliases: [...(named?.aliases ?? [])],
    producerName: named?.producer ?? null,
    ...(miniProgram && { miniProgram: await subject({ platform: miniProgram.platform, appId: miniProgram.id, name: miniProgram.name }) }),
    ...(account && { account: await subject({ platform: account.platform, accountId: account.id, handle: account.handle }) }),
    ...(on && { platformId: await scene.platform(on) }),
    stage,
    seenOn: addDays(dayOf(at), -seen),
    places: placesOf(report),
    items: [...items],
    targets: Object.fromEntries(Object.entries(targets).map(([code, kinds]) => [code, [...kinds]])),
    description,
    links: addressesOf(report),
    cites: [],
  }
}

/** The draft's form as it was left. */
function draftOf({ work, items, places = [], description }: Report): Record<string, unknown> {
  const named = typeof work === 'object' ? work : undefined
  return {
    work: 'new',
    title: named?.title ?? '',
    producerName: named?.producer ?? '',
    stage: 'after_airing',
    items: [...items],
    places: { text: places.join('\n') },
    description,
  }
}

async function attach({ act, person, known, directory }: Scene, { key, by }: Report, name: string, at: Date) {
  const stored = await store(evidenceFile(name, key), directory)
  await act(attachEvidence, await person(by), { violationId: known(key), name, stored, directory }, at)
}

async function rulingsOf({ on, known }: Scene, key: string, { reason, upheld, fails, why }: Extract<ReportStep, { step: 'uphold' }>) {
  return read(on, clock, async (tx) => {
    const subjects = await tx
      .select()
      .from(violationSubjects)
      .where(eq(violationSubjects.violationId, known(key)))
    const clauses = await tx
      .select()
      .from(violationClauses)
      .where(eq(violationClauses.violationId, known(key)))
    const cited = (subjectId: string) => clauses.filter((clause) => clause.subjectId === subjectId).map(({ code }) => code)
    const ruling = ({ id, kind }: (typeof subjects)[number]) =>
      kind === fails
        ? { outcome: 'dismissed' as const, items: [], reason: why ?? reason }
        : { outcome: 'upheld' as const, items: cited(id).filter((code) => !upheld || upheld.includes(code)), reason }
    return Object.fromEntries(subjects.map((subject) => [subject.id, ruling(subject)]))
  })
}

async function numberOf({ on, known }: Scene, key: string): Promise<string> {
  const [row] = await read(on, clock, (tx) =>
    tx
      .select({ number: violations.number })
      .from(violations)
      .where(eq(violations.id, known(key))),
  )
  return row!.number!
}

async function happen(scene: Scene, report: Report, told: ReportStep, at: Date): Promise<unknown> {
  const { key, by } = report
  const actor = await scene.person('by' in told ? told.by : by)
  const take = <I extends object, T, C extends string>(command: Command<I & { id: string; version: number }, T, C>, input: I) =>
    scene.step(command, actor, 'violations', key, input, at)
  switch (told.step) {
    case 'save':
      return take(keepDraft, { do: 'keep' as const, draft: draftOf(report) })
    case 'file':
      return take(fileViolation, await inputOf(scene, report, at))
    case 'attach':
      return attach(scene, report, told.evidence, at)
    case 'withdraw':
      return take(withdrawViolation, { reason: told.reason })
    case 'uphold':
      return take(upholdViolation, { rulings: await rulingsOf(scene, key, told) })
    case 'dismiss':
      return take(dismissViolation, { reason: told.reason })
    case 'merge':
      return take(mergeViolation, { into: await numberOf(scene, told.into), ...(told.sameWork && { sameWork: 'on' as const }) })
    case 'reassign':
      return take(reassignViolation, { bureauId: scene.bureau(told.to), reason: told.reason })
  }
}

/** What a step brings about, and what it rests on: a work that is public, a report that stands. */
function placeOf({ key, work }: Report, step: ReportStep) {
  if (step.step === 'file') return { makes: `${key} filed`, needs: typeof work === 'string' ? [`${work} shown`] : [] }
  if (step.step === 'merge') return { makes: `${key} merged`, needs: [`${step.into} filed`] }
  return step.step === 'uphold' ? { makes: `${key} upheld` } : {}
}

/** Tells the history of a report: a draft, its evidence, and what became of it. */
export function tellReport(scene: Scene, report: Report) {
  const { key, by, evidence = [], course } = report
  const first = scene.at(course[0]!.at)
  scene.plan(key, addHours(first, -WRITING_HOURS), async (at) => {
    const { id } = await scene.act(openDraft, await scene.person(by), {}, at)
    scene.know(key, id)
  })
  for (const name of evidence) scene.plan(key, addHours(first, -UPLOADING_HOURS), (at) => attach(scene, report, name, at))
  for (const step of course) scene.plan(key, scene.at(step.at), (at) => happen(scene, report, step, at), placeOf(report, step))
}
