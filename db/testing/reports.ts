import { eq } from 'drizzle-orm'
import type { Actor } from '../../lib/kernel/actor'
import { perform } from '../../lib/perform'
import { upholdViolation } from '../../lib/violation/commands/decide'
import { openDraft } from '../../lib/violation/commands/draft'
import { fileViolation } from '../../lib/violation/commands/file'
import { type FileViolation, fileInput } from '../../lib/violation/input'
import type { Db } from '../client'
import { violationClauses, violationSubjects, violations } from '../schema'

type On = { db: Db; owner: Db; at?: Date }
type Asked = Record<string, unknown>

async function sure<T>(
  outcome: Promise<{ ok: true; value: T } | { ok: false; code: string; field?: string; params?: unknown }>,
): Promise<T> {
  const found = await outcome
  if (!found.ok) throw new Error(`refused: ${found.code} ${found.field ?? ''} ${JSON.stringify(found.params ?? {})}`)
  return found.value
}

/** A report of a new work that lacks nothing, as its form sends it. */
export const reported = (id: string, version: number, over: Asked = {}): FileViolation =>
  fileInput.parse({
    do: 'file',
    id,
    version: String(version),
    work: 'new',
    title: '夜宴',
    producerName: '',
    stage: 'after_airing',
    seenOn: '2023-12-01',
    places: { rows: { 0: { episode: '12', start: '00:38', end: '01:02', note: '擦边镜头' } } },
    items: ['V04-02'],
    description: '以衣着暴露镜头作片头。',
    links: 'https://example.cn/v/1',
    ...over,
  })

export const reportOf = async (owner: Db, id: string) => (await owner.select().from(violations).where(eq(violations.id, id)))[0]!
export const subjectsOf = (owner: Db, id: string) =>
  owner.select().from(violationSubjects).where(eq(violationSubjects.violationId, id)).orderBy(violationSubjects.kind)
export const clausesOf = (owner: Db, id: string) =>
  owner.select().from(violationClauses).where(eq(violationClauses.violationId, id)).orderBy(violationClauses.code)

export async function draftedReport({ db, owner, at }: On, filer: Actor) {
  const { id } = await sure(perform(openDraft, filer, undefined, { on: db, at }))
  return reportOf(owner, id)
}

export async function filedReport(on: On, filer: Actor, over: Asked = {}) {
  const { id, version } = await draftedReport(on, filer)
  await sure(perform(fileViolation, filer, reported(id, version, over), { on: on.db, at: on.at }))
  return reportOf(on.owner, id)
}

/** Every subject upheld in all its items, or as `rule` says. */
export async function rulingsOf(
  owner: Db,
  id: string,
  rule: (kind: string) => Partial<{ outcome: 'upheld' | 'dismissed'; items: string[]; reason: string }> = () => ({}),
) {
  const clauses = await clausesOf(owner, id)
  const subjects = await subjectsOf(owner, id)
  return Object.fromEntries(
    subjects.map((subject) => [
      subject.id,
      {
        outcome: 'upheld' as const,
        items: clauses.filter(({ subjectId }) => subjectId === subject.id).map(({ code }) => code),
        reason: '核对属实。',
        ...rule(subject.kind),
      },
    ]),
  )
}

export async function upheldReport(on: On, filer: Actor, reviewer: Actor, over: Asked = {}) {
  const { id, version } = await filedReport(on, filer, over)
  await sure(perform(upholdViolation, reviewer, { id, version, rulings: await rulingsOf(on.owner, id) }, { on: on.db, at: on.at }))
  return reportOf(on.owner, id)
}
