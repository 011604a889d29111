import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Act } from '@/db/act'
import { mails, members, notices } from '@/db/schema'
import { asHouse, underHouse } from '@/db/transaction'
import { type Letter, queueMail } from '../../delivery/commands'
import { env } from '../../env'
import { catalogues } from '../../i18n/catalogue'
import { formats, spokenAs } from '../../i18n/formats'
import { holds } from '../../kernel/actor'
import { ok, refuse } from '../../kernel/outcome'

type Notice = typeof notices.$inferSelect
type Reader = Pick<typeof members.$inferSelect, 'name' | 'locale'>

/** How many notices are taken into one mail, and how many of them are written out; the bell holds the rest. */
const [AT_ONCE, WRITTEN] = [500, 30]

/** What is told in a mail, in its reader's language; of several notices of one case and kind the newest stands for all. */
function letterOf(told: readonly Notice[], { name, locale }: Reader): Letter {
  const language = spokenAs(locale)
  const { mail, notice } = catalogues[language]
  const f = formats(language)
  const newest = [...new Map(told.map((one) => [`${one.subjectId} ${one.kind}`, one])).values()]
  return mail.noticed({
    name,
    items: newest.slice(0, WRITTEN).map(({ kind, title, number, dueAt }) => ({
      what: notice.kind[kind],
      title,
      number,
      until: dueAt && f.instant(dueAt),
      link: `${env().origin}${number ? `/c/${number}` : '/notice'}`,
    })),
    more: Math.max(0, newest.length - WRITTEN),
    portal: `${env().origin}/notice`,
  })
}

/** Puts what a member was told, and has not read yet, into one mail; an act of the clock. Whoever is no member any more gets none. */
export async function mailNotices(act: Act, { memberId }: { memberId: string }) {
  await underHouse(act)
  const told = await act.tx
    .select()
    .from(notices)
    .where(and(eq(notices.memberId, memberId), isNull(notices.mailedAt)))
    .orderBy(asc(notices.at), asc(notices.id))
    .limit(AT_ONCE)
    .for('update')
  const [member] = await act.tx
    .select()
    .from(members)
    .where(and(eq(members.id, memberId), eq(members.state, 'active')))
  const unread = member ? told.filter(({ readAt }) => readAt === null) : []
  const mailId = member && unread.length > 0 ? await queueMail(act, member.email, letterOf(unread, member), member) : null
  const noted = (these: Notice[], into: string | null) =>
    these.length > 0 &&
    act.tx
      .update(notices)
      .set({ mailedAt: act.now, mailId: into })
      .where(
        inArray(
          notices.id,
          these.map(({ id }) => id),
        ),
      )
  await noted(unread, mailId)
  await noted(
    told.filter((one) => !unread.includes(one)),
    null,
  )
  return ok(null)
}

/**
 * Has a mail to one's own organization sent again: at once where it has not left yet; written anew where it told of notices. For its
 * administrators. Refusals: not_yours, not_found, link_sent (a one-time link is not kept; a new one is to be asked for), recipient_gone.
 */
export async function sendAgain(act: Act, { id }: { id: string }) {
  const { actor } = act
  if (!holds(actor, 'admin')) return refuse('not_yours')
  const askedBy = actor.name
  return asHouse(act, async () => {
    const [mail] = await act.tx
      .select()
      .from(mails)
      .where(and(eq(mails.id, id), eq(mails.organizationId, actor.organizationId!)))
      .for('update')
    if (!mail) return refuse('not_found')
    const send = async (letter?: Letter) => {
      const anew = letter && { ...letter, sentAt: null, attempts: 0 }
      await act.tx
        .update(mails)
        .set({ ...anew, nextAt: act.now, askedBy })
        .where(eq(mails.id, id))
      return ok({ id })
    }
    if (mail.droppedAt !== null) return refuse('link_sent')
    if (mail.sentAt === null) return send()
    const told = await act.tx.select().from(notices).where(eq(notices.mailId, id)).orderBy(asc(notices.at), asc(notices.id))
    const [member] = told[0] ? await act.tx.select().from(members).where(eq(members.id, told[0].memberId)) : []
    if (!member) return refuse('link_sent')
    if (member.state !== 'active') return refuse('recipient_gone')
    return send(letterOf(told, member))
  })
}
