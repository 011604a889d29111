import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { memberSecrets, members, passwordResets, sessions } from '@/db/schema'
import { asHouse } from '@/db/transaction'
import { queueMail } from '../../delivery/commands'
import { env } from '../../env'
import { catalogues } from '../../i18n/catalogue'
import { formats, spokenAs } from '../../i18n/formats'
import { ok, refuse } from '../../kernel/outcome'
import { digest, hashPassword, isPassword } from '../../kernel/secret'
import { memberWorkflow } from '../workflow'
import { passwordFaults } from './found'
import { countAttempt, forgetAttempts } from './sign-in'

const HOUR = 3_600_000
const resetLink = (token: string) => `${env().origin}/reset/${token}`

async function store(act: Act, member: typeof members.$inferSelect, password: string) {
  await act.tx
    .update(memberSecrets)
    .set({ passwordHash: await hashPassword(password), changedAt: act.now, demonstration: false })
    .where(eq(memberSecrets.memberId, member.id))
  await forgetAttempts(act, member.email)
  const locale = spokenAs(member.locale)
  const at = formats(locale).instant(act.now)
  const letter = catalogues[locale].mail.passwordChanged({ name: member.name, at, link: `${env().origin}/reset` })
  await queueMail(act, member.email, letter, member)
}

/**
 * Sends a one-time link, good for an hour, if a member has this address; the answer is the same if not, and if it was
 * asked for too often. A newer link closes the older ones.
 */
export async function requestReset(act: Act, { email, address, token }: { email: string; address: string; token: string }) {
  const { value: counted } = await countAttempt(act, { purpose: 'reset', email, address })
  const [member] = await asHouse(act, () =>
    act.tx.execute<{ memberId: string; organizationId: string; name: string; locale: string }>(
      sql`select m.member_id as "memberId", m.organization_id as "organizationId", m.name, m.locale from credentials_of(${email}) c, member_claim(c.member_id) m`,
    ),
  )
  if (!counted.allowed || !member) return ok(null)
  const expiresAt = new Date(act.now.getTime() + HOUR)
  await asHouse(act, () => act.tx.execute(sql`select close_password_resets(${member.memberId})`))
  const linkHash = digest(token)
  await act.tx.insert(passwordResets).values({ tokenHash: linkHash, memberId: member.memberId, expiresAt })
  const locale = spokenAs(member.locale)
  const until = formats(locale).instant(expiresAt)
  const letter = catalogues[locale].mail.reset({ name: member.name, link: resetLink(token), until })
  await queueMail(act, email, letter, { organizationId: member.organizationId, linkHash })
  return ok(null)
}

/** Sets a new password by a one-time link, under its bearer; every session of the member ends. Refusals: link_closed, password_…. */
export async function resetPassword(act: Act, { token, password }: { token: string; password: string }) {
  const [used] = await act.tx.execute<{ memberId: string | null }>(sql`select use_password_reset(${digest(token)}) as "memberId"`)
  if (!used?.memberId || used.memberId !== act.actor.memberId) return refuse('link_closed')
  const faults = passwordFaults(password)
  if (faults[0]) return refuse(faults[0].code, { faults })
  const held = await hold(act, members, used.memberId)
  if (!held.ok) return held
  const moved = await advance(act, members, memberWorkflow, 'reset_password', held.value)
  if (!moved.ok) return moved
  await store(act, held.value, password)
  await act.tx
    .update(sessions)
    .set({ endedAt: act.now })
    .where(and(eq(sessions.memberId, held.value.id), isNull(sessions.endedAt)))
  return ok(null)
}

/** Changes one's own password by the old one; every other session ends. Refusals: wrong_password, password_same, password_…. */
export async function changePassword(
  act: Act,
  { oldPassword, newPassword, sid }: { oldPassword: string; newPassword: string; sid: string },
) {
  const held = act.actor.memberId ? await hold(act, members, act.actor.memberId) : refuse('not_found')
  if (!held.ok) return held
  const [secret] = await act.tx.select().from(memberSecrets).where(eq(memberSecrets.memberId, held.value.id))
  if (!(await isPassword(secret?.passwordHash, oldPassword))) return refuse('old_password_wrong', { field: 'oldPassword' })
  if (oldPassword === newPassword) return refuse('password_same', { field: 'newPassword' })
  const faults = passwordFaults(newPassword, 'newPassword')
  if (faults[0]) return refuse(faults[0].code, { faults })
  const moved = await advance(act, members, memberWorkflow, 'change_password', held.value)
  if (!moved.ok) return moved
  await store(act, held.value, newPassword)
  await act.tx
    .update(sessions)
    .set({ endedAt: act.now })
    .where(and(eq(sessions.memberId, held.value.id), isNull(sessions.endedAt), ne(sessions.sidHash, digest(sid))))
  return moved
}
