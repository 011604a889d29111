import { sql } from 'drizzle-orm'
import { index, pgTable, text, unique, uuid } from 'drizzle-orm/pg-core'
import { NOTICE_KINDS } from '../../lib/notice/workflow'
import { instant, oneOf } from './columns'
import { mails } from './events'
import { members } from './organization'

/** What one member is told of one event: written inside the act that it tells of, read by that member alone. */
export const notices = pgTable(
  'notices',
  {
    id: uuid('id').primaryKey(),
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id),
    kind: text('kind', { enum: NOTICE_KINDS }).notNull(),
    noun: text('noun').notNull(),
    subjectId: uuid('subject_id').notNull(),
    number: text('number'),
    title: text('title').notNull(),
    /** The event; where the clock tells of a deadline, which one: `due_soon 2026-11-27T09:30:00.000Z`. */
    about: text('about').notNull(),
    at: instant('at').notNull(),
    /** By when something is to be done. */
    dueAt: instant('due_at'),
    readAt: instant('read_at'),
    /** When it was put into a mail, and into which; none where it had been read by then. */
    mailedAt: instant('mailed_at'),
    mailId: uuid('mail_id').references(() => mails.id),
  },
  (t) => [
    oneOf('notice_kind_known', t.kind, NOTICE_KINDS),
    unique('one_notice_per_event_and_member').on(t.memberId, t.about),
    index('notices_of_member').on(t.memberId, t.at, t.id),
    index('notices_to_mail').on(t.memberId, t.at).where(sql`${t.mailedAt} is null`),
    index('notices_of_mail').on(t.mailId),
    index('unread_notices').on(t.memberId, t.subjectId, t.kind, t.at).where(sql`${t.readAt} is null`),
  ],
)
