import { type Actor, DUTIES_OF, type Duty, enters, type Kind } from '@/lib/kernel/actor'

export type Workplace = 'regulator' | 'association' | 'platform' | 'creator'

export type ItemName =
  | 'overview'
  | 'queue'
  | 'violation'
  | 'monitoring'
  | 'blacklist'
  | 'takedown'
  | 'rectification'
  | 'penalty'
  | 'subject'
  | 'registration'
  | 'programme'
  | 'drama'
  | 'case'
  | 'inspection'
  | 'batch'
  | 'biweekly'
  | 'campaign'
  | 'announcement'
  | 'guidance'
  | 'consultation'
  | 'organization'
  | 'rulebook'
  | 'member'

export type NavigationItem = {
  name: ItemName
  href: string
  /** other addresses of the same noun, the same for everybody */
  also?: string[]
  /** prefixes of the case numbers that live here */
  cases?: string[]
  /** all drafts of the workplace are written here */
  drafts?: true
  /** the duties that the page lets in, where it does not let in everybody of the workplace who has one; `none`: whoever is signed in */
  by?: readonly Duty[] | 'none'
}
export type NavigationGroup = {
  name: 'figures' | 'work' | 'watch' | 'register' | 'own' | 'reporting' | 'guide' | 'manage'
  items: NavigationItem[]
}

const reviewers = ['province.reviewer', 'national.reviewer', 'national.approver'] as const

const rulebook = { name: 'rulebook', href: '/rulebook', by: 'none' } as const
const manage: NavigationGroup = { name: 'manage', items: [rulebook, { name: 'member', href: '/member', by: 'none' }] }

/** What each kind of organization works with, in groups; only pages that exist. */
export const navigation: Record<Workplace, NavigationGroup[]> = {
  regulator: [
    { name: 'figures', items: [{ name: 'overview', href: '/regulator/overview' }] },
    {
      name: 'work',
      items: [
        { name: 'queue', href: '/regulator/queue' },
        { name: 'violation', href: '/regulator/violation', cases: ['JB'] },
        { name: 'blacklist', href: '/regulator/blacklist', cases: ['HM'] },
        { name: 'takedown', href: '/regulator/takedown', cases: ['XJ'] },
        { name: 'rectification', href: '/regulator/rectification', by: reviewers, cases: ['ZG'] },
        { name: 'penalty', href: '/regulator/penalty', cases: ['CF'] },
      ],
    },
    {
      name: 'register',
      items: [
        { name: 'registration', href: '/regulator/registration', by: reviewers, cases: ['BA'] },
        { name: 'subject', href: '/regulator/subject', also: ['/subject', '/operator'] },
      ],
    },
    { name: 'watch', items: [{ name: 'inspection', href: '/regulator/inspection', cases: ['XC', 'JK'] }] },
    {
      name: 'reporting',
      items: [
        { name: 'batch', href: '/regulator/batch', by: reviewers, cases: ['DR'] },
        { name: 'biweekly', href: '/regulator/biweekly', cases: ['SZ'] },
        { name: 'campaign', href: '/regulator/campaign', cases: ['ZX'] },
        { name: 'announcement', href: '/regulator/announcement', by: ['national.reviewer', 'national.approver'], cases: ['GG'] },
      ],
    },
    {
      name: 'guide',
      items: [
        { name: 'consultation', href: '/regulator/consultation', by: reviewers, cases: ['WX'] },
        { name: 'guidance', href: '/regulator/guidance', by: ['province.reviewer', 'national.reviewer'], cases: ['ZD'] },
      ],
    },
    { name: 'manage', items: [{ name: 'organization', href: '/regulator/organization' }, ...manage.items] },
  ],
  association: [
    { name: 'figures', items: [{ name: 'overview', href: '/association/overview' }] },
    {
      name: 'work',
      items: [
        { name: 'queue', href: '/association/queue' },
        { name: 'monitoring', href: '/association/violation', cases: ['JB'] },
        { name: 'inspection', href: '/association/inspection', cases: ['XC', 'JK'] },
        { name: 'blacklist', href: '/association/blacklist', cases: ['HM'] },
        { name: 'penalty', href: '/association/penalty', cases: ['CF'] },
        { name: 'subject', href: '/association/subject', also: ['/subject', '/operator'] },
      ],
    },
    {
      name: 'reporting',
      items: [
        { name: 'campaign', href: '/association/campaign', cases: ['ZX'] },
        { name: 'announcement', href: '/association/announcement', cases: ['GG'] },
      ],
    },
    manage,
  ],
  platform: [
    { name: 'figures', items: [{ name: 'overview', href: '/platform/overview' }] },
    {
      name: 'work',
      items: [
        { name: 'queue', href: '/platform/queue' },
        { name: 'violation', href: '/platform/violation', cases: ['JB'] },
        { name: 'takedown', href: '/platform/takedown', cases: ['XJ'] },
        { name: 'blacklist', href: '/platform/blacklist', cases: ['HM'] },
      ],
    },
    {
      name: 'own',
      items: [
        { name: 'rectification', href: '/platform/rectification', cases: ['ZG'] },
        { name: 'penalty', href: '/platform/penalty', cases: ['CF'] },
        { name: 'programme', href: '/platform/registration', by: ['platform.moderator', 'platform.compliance'], cases: ['BA'] },
        { name: 'subject', href: '/platform/subject', also: ['/subject', '/operator'] },
      ],
    },
    {
      name: 'reporting',
      items: [
        { name: 'batch', href: '/platform/batch', cases: ['DR'] },
        { name: 'biweekly', href: '/platform/biweekly', cases: ['SZ'] },
        { name: 'campaign', href: '/platform/campaign', cases: ['ZX'] },
        { name: 'announcement', href: '/platform/announcement', cases: ['GG'] },
      ],
    },
    manage,
  ],
  creator: [
    { name: 'figures', items: [{ name: 'overview', href: '/creator/overview' }] },
    {
      name: 'work',
      items: [
        { name: 'queue', href: '/creator/queue' },
        { name: 'drama', href: '/creator/drama', by: ['creator.editor', 'creator.signatory'], cases: ['BA'], drafts: true },
        { name: 'rectification', href: '/creator/rectification', cases: ['ZG'] },
        { name: 'case', href: '/creator/case', cases: ['JB', 'HM', 'XJ', 'CF'] },
      ],
    },
    {
      name: 'guide',
      items: [
        { name: 'guidance', href: '/guidance', by: 'none', cases: ['ZD'] },
        { name: 'consultation', href: '/creator/consultation', cases: ['WX'] },
      ],
    },
    manage,
  ],
}

/** Where the day begins: what waits stands before what is counted. */
export const startOf = (groups: readonly NavigationGroup[]) => {
  const items = groups.flatMap((group) => group.items)
  return (items.find(({ name }) => name === 'queue') ?? items[0])?.href ?? '/'
}

/** The groups of a workplace with the pages that let this actor in; an entry that leads nowhere is none. */
export const openTo = (workplace: Workplace, actor: Actor): NavigationGroup[] =>
  navigation[workplace]
    .map((group) => ({
      ...group,
      items: group.items.filter(({ by = DUTIES_OF[actor.kind as Kind] }) => by === 'none' || enters(actor, ...by)),
    }))
    .filter(({ items }) => items.length > 0)

/** The item that a path belongs to; a case's own address belongs to the noun of its number. */
export function isWithin(item: NavigationItem, path: string) {
  const number = /^\/c\/([A-Z]{2})-/.exec(path)?.[1]
  if (number) return item.cases?.includes(number) ?? false
  if (path.startsWith('/draft/')) return item.drafts ?? false
  return [item.href, ...(item.also ?? [])].some((place) => path === place || path.startsWith(`${place}/`))
}
