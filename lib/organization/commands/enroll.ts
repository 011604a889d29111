import { type Act, openCase } from '@/db/act'
import { organizations } from '@/db/schema'
import type { Kind, MemberDuty } from '../../kernel/actor'
import { NATIONAL_ID } from '../../kernel/id'
import { ok } from '../../kernel/outcome'
import { organizationWorkflow } from '../workflow'
import { foundMember } from './found'

export type Authority = { code: string; zh: string; shortZh: string; en: string; kind: string }

const CNSA_ID = '00000000-0000-7000-8000-000000000002'
const idOf = (code: string) =>
  code === 'NRTA'
    ? NATIONAL_ID
    : code === 'CNSA'
      ? CNSA_ID
      : code === 'XPCC'
        ? '00000000-0000-7000-8000-000000000099'
        : `00000000-0000-7000-8000-0000000000${code}`
export const bureauIdOf = idOf

const PLACE = /^.+?(?=(?:壮族|回族|维吾尔)?自治区|省|市|生产建设)/
/** 北京局, 内蒙古局; 兵团 as it is called. */
const shortNameOf = ({ code, kind, zh, shortZh }: Authority) =>
  kind === 'province' && code !== 'XPCC' ? `${PLACE.exec(zh)?.[0] ?? shortZh}局` : shortZh

/** 总局, the bureaus and CNSA are reference data of the law: enrolled by the house, each once. Gives how many are new. */
export async function enrollAuthorities(act: Act, authorities: readonly Authority[]) {
  const known = new Set((await act.tx.select({ code: organizations.code }).from(organizations)).map(({ code }) => code))
  const fresh = authorities.filter(({ code }) => !known.has(code))
  for (const authority of fresh) {
    const { code, zh, en, kind } = authority
    const opened = await openCase(act, organizations, organizationWorkflow, 'enroll', {
      id: idOf(code),
      kind: kind as Kind,
      name: zh,
      shortName: shortNameOf(authority),
      nameEn: en,
      code,
      provinceCode: kind === 'province' ? code : null,
      bureauId: null,
    })
    if (!opened.ok) return opened
  }
  return ok(fresh.length)
}

/** A member of the demonstration, or an organization's first administrator at the command line. */
export const enrollMember = (
  act: Act,
  member: {
    organizationId: string
    kind: Kind
    name: string
    email: string
    password: string
    duties: readonly MemberDuty[]
    demonstration: boolean
  },
) => foundMember(act, 'found', member)
