import 'server-only'
import { called, fullyCalled } from '@/app/_components/organization/called'
import { words } from '@/app/_server/locale'
import { operatorsById } from '@/lib/distribution/queries'
import { subjectsById } from '@/lib/dossier/queries/subjects'
import { readsSubjects } from '@/lib/dossier/rules'
import type { Actor } from '@/lib/kernel/actor'
import { findWorks, idsNamed, type Pointed, reportedNamed } from '@/lib/matching/queries'
import { isAsked } from '@/lib/matching/rules/fold'
import { organizationsById } from '@/lib/organization/queries/organizations'
import { look } from '@/lib/perform'
import { caseFound } from '@/lib/register/queries/case'
import { ownFilings } from '@/lib/registration/queries/filings'

export const GROUPS = ['case', 'work', 'filing', 'mini_program', 'account', 'operator', 'organization'] as const
export type Group = (typeof GROUPS)[number]
/** `isName`: the title is a name as its owner writes it, and so in Chinese. */
export type Hit = { href: string; title: string; note: string; isName: boolean }
export type Found = { group: Group; title: string; hits: Hit[]; capped: boolean }

/** More than this of each kind are not shown; whoever wants others asks for more of the name. */
const [TYPING, PAGE] = [5, 30]

const inOrder = <T extends { id: string }>(ids: readonly string[], rows: readonly T[]) =>
  ids.flatMap((id) => rows.find((row) => row.id === id) ?? [])

/** Everything whose name or number these words are, and that the reader may open, by kind; nothing for fewer than two characters. */
export async function findEverywhere(actor: Actor, q: string, { whole = false } = {}): Promise<Found[]> {
  if (!isAsked(q)) return []
  const most = (whole ? PAGE : TYPING) + 1
  const found = await look(actor, async (tx) => {
    const subjects = async (noun: 'mini_program' | 'account') => {
      const ids = await idsNamed(tx, noun, q, most)
      return inOrder(ids, await subjectsById(tx, actor, ids))
    }
    const operatorIds = readsSubjects(actor) ? await idsNamed(tx, 'operator', q, most) : []
    const organizationIds = await idsNamed(tx, 'organization', q, most)
    return {
      number: await caseFound(tx, actor, q),
      works: [...(await findWorks(tx, q, most)), ...(await reportedNamed(tx, q, most))],
      filings: actor.kind === 'creator' ? (await ownFilings(tx, actor, { q })).rows : [],
      miniPrograms: await subjects('mini_program'),
      accounts: await subjects('account'),
      operators: inOrder(operatorIds, await operatorsById(tx, operatorIds)),
      organizations: inOrder(organizationIds, await organizationsById(tx, organizationIds)),
    }
  })
  const [{ search: w, registration }, short, full] = [await words(), await called(), await fullyCalled()]
  const workPage = ({ code, isPublic }: Pointed) => (isPublic ? `/w/${code}` : readsSubjects(actor) ? `/subject/work/${code}` : null)
  const subjectHit = ({ id, name, code, platform }: (typeof found.accounts)[number]): Hit => ({
    href: `/subject/${id}`,
    title: name,
    note: `${short(platform)} · ${code}`,
    isName: true,
  })
  const works = new Map(found.works.map((work) => [work.id, work]))
  const hits: Record<Group, Hit[]> = {
    case: found.number ? [{ href: `/c/${found.number}`, title: found.number, note: w.openCase, isName: false }] : [],
    work: [...works.values()].flatMap((work) => {
      const href = workPage(work)
      if (!href) return []
      const marks = [work.producerName, work.listed && w.listed, !work.isPublic && w.notPublic].filter(Boolean)
      return [{ href, title: `《${work.title}》`, note: marks.join(' · '), isName: true }]
    }),
    filing: found.filings.map(({ id, number, title, state }) => ({
      href: number ? `/c/${number}` : `/draft/${id}`,
      title: `《${title}》`,
      note: [number, registration.state[state]].filter(Boolean).join(' · '),
      isName: true,
    })),
    mini_program: found.miniPrograms.map(subjectHit),
    account: found.accounts.map(subjectHit),
    operator: found.operators.map(({ name, creditCode }) => ({
      href: `/operator/${creditCode}`,
      title: name,
      note: creditCode,
      isName: true,
    })),
    organization: found.organizations.map((one) => ({ href: `/c/${one.number}`, title: full(one), note: one.number, isName: true })),
  }
  return GROUPS.flatMap((group) =>
    hits[group].length ? [{ group, title: w.group[group], hits: hits[group].slice(0, most - 1), capped: hits[group].length >= most }] : [],
  )
}
