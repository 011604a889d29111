import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Act, ActEvent } from '@/db/act'
import { members, organizationDetails, organizations, sessions } from '@/db/schema'
import { queueMail } from '../delivery/commands'
import { env } from '../env'
import { catalogues } from '../i18n/catalogue'
import { spokenAs } from '../i18n/formats'

const letters = {
  'organization.accepted': 'accepted',
  'organization.admitted': 'accepted',
  'organization.refused': 'refused',
  'organization.turned_down': 'refused',
  'organization.suspended': 'suspended',
  'organization.barred': 'suspended',
  'organization.reinstated': 'reinstated',
  'organization.readmitted': 'reinstated',
} as const

/** Tells an organization's administrators what was decided about it, each in their own language. */
export async function tellAdministrators(act: Act, { name, subjectId }: ActEvent) {
  const [organization] = await act.tx
    .select({ name: organizations.name, reason: organizationDetails.reason })
    .from(organizations)
    .leftJoin(organizationDetails, eq(organizationDetails.organizationId, organizations.id))
    .where(eq(organizations.id, subjectId))
  if (!organization) throw new Error('an organization was decided on that is not there')
  const administrators = await act.tx
    .select({ name: members.name, email: members.email, locale: members.locale })
    .from(members)
    .where(and(eq(members.organizationId, subjectId), eq(members.state, 'active'), sql`'admin' = any (${members.duties})`))
  const words = { organization: organization.name, reason: organization.reason ?? '', link: `${env().origin}/sign-in` }
  for (const { name: who, email, locale } of administrators) {
    const { mail } = catalogues[spokenAs(locale)]
    await queueMail(act, email, mail[letters[name as keyof typeof letters]]({ ...words, name: who }), { organizationId: subjectId })
  }
}

/** Whoever was taken out is signed out. */
export async function endSessions(act: Act, { subjectId }: ActEvent) {
  await act.tx
    .update(sessions)
    .set({ endedAt: act.now })
    .where(and(eq(sessions.memberId, subjectId), isNull(sessions.endedAt)))
}
