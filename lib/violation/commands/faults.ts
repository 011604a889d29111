import { and, eq, inArray } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { dramas, organizations } from '@/db/schema'
import { lengthsOf } from '../../drama/queries'
import { outsideWork } from '../../drama/rules/episodes'
import { fitting } from '../../kernel/form'
import type { Fault } from '../../kernel/outcome'
import { dayOf } from '../../kernel/time'
import { rulebook } from '../../rulebook/queries'
import { aboutFaults, type FileViolation, fileInput } from '../input'
import { citationsOf } from '../rules'
import { kindsIn } from './subjects'

type Said = Partial<FileViolation>

async function platformFaults(act: Act, { platformId, miniProgram, account }: Said): Promise<Fault[]> {
  const named = [
    { field: 'platformId', id: platformId },
    { field: 'miniProgram.platformId', id: miniProgram?.platformId },
    { field: 'account.platformId', id: account?.platformId },
  ].flatMap(({ field, id }) => (id ? [{ field, id }] : []))
  if (named.length === 0) return []
  const wanted = named.map(({ id }) => id)
  const known = await act.tx
    .select({ id: organizations.id })
    .from(organizations)
    .where(and(inArray(organizations.id, wanted), eq(organizations.kind, 'platform'), eq(organizations.state, 'accepted')))
  return named.filter(({ id }) => known.every((one) => one.id !== id)).map(({ field }) => ({ field, code: 'platform_unknown' }))
}

/** Of a work of the register: that it is there, and has the episodes and times that the places name. */
async function workFaults(act: Act, { work, places = [] }: Said): Promise<Fault[]> {
  if (!work || work === 'new' || work === 'none') return []
  const [found] = await act.tx.select({ id: dramas.id }).from(dramas).where(eq(dramas.id, work))
  if (!found) return [{ field: 'work', code: 'work_unknown' }]
  const lengths = await lengthsOf(act.tx, work)
  return places.flatMap(({ field = 'places', ...place }) =>
    outsideWork(place, lengths, {
      episode: field,
      start: field.replace(/\.episode$/, '.start'),
      end: field.replace(/\.episode$/, '.end'),
    }),
  )
}

async function citingFaults(act: Act, { items, targets = {}, ...about }: Said): Promise<Fault[]> {
  if (!items) return []
  const { taxonomy } = await rulebook(act.tx)
  const cited = citationsOf(items, targets, kindsIn(about), taxonomy)
  if (cited.ok) return []
  return [...(cited.faults ?? [{ field: cited.field ?? 'items', code: cited.code, params: cited.params }])]
}

const ABOUT = ['work', 'miniProgram', 'account'] as const

/** All that stands in the way of filing a report, each at its place; of one whose fields do not all fit, what can be told of the others. */
export async function faultsOf(act: Act, input: Said, unfit: ReadonlySet<string> = new Set()): Promise<Fault[]> {
  const tooLate = input.seenOn && input.seenOn > dayOf(act.now) ? [{ field: 'seenOn', code: 'seen_in_future' }] : []
  return [
    ...tooLate,
    ...(ABOUT.some((name) => unfit.has(name)) ? [] : await citingFaults(act, input)),
    ...(await platformFaults(act, input)),
    ...(await workFaults(act, input)),
  ]
}

/** The same of a form as it was sent, of which some fields do not fit. */
export async function faultsOfSent(act: Act, sent: Record<string, unknown>): Promise<Fault[]> {
  if (sent.do !== 'file') return []
  const { input, unfit } = fitting(fileInput.shape, sent)
  return [...aboutFaults(input, unfit), ...(await faultsOf(act, input, unfit))]
}
