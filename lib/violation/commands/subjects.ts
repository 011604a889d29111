import { and, eq } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { dramas, organizations } from '@/db/schema'
import { noteAccount, noteMiniProgram } from '../../distribution/commands/note'
import { openWork } from '../../drama/commands'
import { NATIONAL_ID } from '../../kernel/id'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { nameReported } from '../../matching/commands'
import { fold } from '../../matching/rules/fold'
import { bureauIdOf } from '../../organization/commands/enroll'
import type { FileViolation } from '../input'
import type { SubjectKind } from '../rules'

/** Where it was seen: on the platform that files, or on the one that CNSA names. */
export const seenOnPlatform = ({ actor }: Act, { platformId, miniProgram, account }: FileViolation): string | null =>
  actor.kind === 'platform' ? actor.organizationId : (platformId ?? miniProgram?.platformId ?? account?.platformId ?? null)

async function homeBureau(act: Act, platformId: string | null): Promise<string> {
  if (!platformId) return NATIONAL_ID
  const [home] = await act.tx
    .select({ provinceCode: organizations.provinceCode })
    .from(organizations)
    .where(eq(organizations.id, platformId))
  return home?.provinceCode ? bureauIdOf(home.provinceCode) : NATIONAL_ID
}

/** The producer as the portal knows it, by its whole registered name. */
async function producerNamed(act: Act, name: string | null) {
  if (!name) return undefined
  const named = and(
    eq(organizations.kind, 'creator'),
    eq(organizations.state, 'accepted'),
    eq(organizations.name, name.normalize('NFKC').replace(/\s+/g, '')),
  )
  const [found] = await act.tx.select({ id: organizations.id, bureauId: organizations.bureauId }).from(organizations).where(named)
  return found
}

type Work = { id: string; title: string; bureauId: string }

/** The work that is reported: a known one, a new one under a code of its own, or none. */
async function workOf(act: Act, input: FileViolation, home: string): Promise<Outcome<Work | null, 'work_unknown'>> {
  if (input.work === 'none') return ok(null)
  if (input.work === 'new') {
    const producer = await producerNamed(act, input.producerName)
    const face = {
      title: input.title,
      aliases: input.aliases,
      producerId: producer?.id ?? null,
      producerName: input.producerName,
      bureauId: producer?.bureauId ?? home,
    }
    const id = await openWork(act, 'reported', face, fold(input.title))
    await nameReported(act, [{ id, ...face }])
    return ok({ id, title: face.title, bureauId: face.bureauId })
  }
  const [found] = await act.tx
    .select({ id: dramas.id, title: dramas.title, bureauId: dramas.bureauId, sameAsId: dramas.sameAsId })
    .from(dramas)
    .where(eq(dramas.id, input.work))
  return found ? ok({ ...found, id: found.sameAsId ?? found.id }) : refuse('work_unknown', { field: 'work' })
}

export const kindsIn = ({ work, miniProgram, account }: Partial<FileViolation>): SubjectKind[] => [
  ...(work === 'none' || work === undefined ? [] : (['drama'] as const)),
  ...(miniProgram ? (['mini_program'] as const) : []),
  ...(account ? (['account'] as const) : []),
]

export type Found = { title: string; bureauId: string; ids: Record<SubjectKind, string | null> }

/**
 * What the report is about, as rows that others can point to, and whose case it is: the work's bureau, else its producer's
 * province, else the home of the platform where it was seen; 总局 where there is none.
 */
export async function subjectsOf(act: Act, input: FileViolation): Promise<Outcome<Found, 'work_unknown'>> {
  const home = await homeBureau(act, seenOnPlatform(act, input))
  const work = await workOf(act, input, home)
  if (!work.ok) return work
  const ids = {
    drama: work.value?.id ?? null,
    mini_program: input.miniProgram ? await noteMiniProgram(act, input.miniProgram) : null,
    account: input.account ? await noteAccount(act, input.account) : null,
  }
  return ok({
    title: work.value?.title ?? input.miniProgram?.name ?? input.account?.handle ?? '',
    bureauId: work.value?.bureauId ?? home,
    ids,
  })
}
