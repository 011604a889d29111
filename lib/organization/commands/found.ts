import { sql } from 'drizzle-orm'
import { type Act, openCase } from '@/db/act'
import { memberSecrets, members } from '@/db/schema'
import { asHouse } from '@/db/transaction'
import { takeTurns } from '@/db/turns'
import type { Kind, MemberDuty } from '../../kernel/actor'
import { type Fault, refuse } from '../../kernel/outcome'
import { hashPassword } from '../../kernel/secret'
import type { Locale } from '../../kernel/time'
import { judgePassword } from '../rules/password'
import { memberWorkflow } from '../workflow'

export type Founder = {
  organizationId: string
  kind: Kind
  name: string
  email: string
  password: string
  duties: readonly MemberDuty[]
  locale?: Locale
  demonstration?: boolean
}

export const passwordFaults = (password: string, field = 'password'): Fault[] => {
  const judged = judgePassword(password)
  return judged.ok ? [] : [{ field, code: judged.code, params: judged.params }]
}

type Newcomer = Partial<Pick<Founder, 'email' | 'password' | 'demonstration'>>
/** What stands against a member with this address and password, as far as they are there; in the demonstration all share one that is published. */
export async function founderFaults(act: Act, { email, password, demonstration }: Newcomer): Promise<Fault[]> {
  const weak = demonstration || password === undefined ? [] : passwordFaults(password)
  if (email === undefined) return weak
  await takeTurns(act.tx, `member:${email}`)
  const [found] = await asHouse(act, () => act.tx.execute<{ taken: boolean }>(sql`select email_is_taken(${email}) as taken`))
  return [...(found?.taken ? [{ field: 'email', code: 'email_taken' }] : []), ...weak]
}

/** Makes a member with a password; refuses a taken address and a password that is too short or too common. */
export async function foundMember(act: Act, opening: 'found' | 'join', { password, demonstration = false, duties, ...founder }: Founder) {
  const faults = await founderFaults(act, { ...founder, password, demonstration })
  if (faults[0]) return refuse(faults[0].code, { faults })
  const opened = await openCase(act, members, memberWorkflow, opening, { ...founder, duties: [...duties] })
  if (!opened.ok) return opened
  await act.tx
    .insert(memberSecrets)
    .values({ memberId: opened.value.id, passwordHash: await hashPassword(password), changedAt: act.now, demonstration })
  return opened
}
