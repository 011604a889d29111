import { type SQL, sql } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import type { Duty } from '../../kernel/actor'
import type { Party } from '../workflow'

/** Where it stands whom a case concerns: the case with its number and title, and an organization. */
const STANDS: Record<Party, SQL> = {
  order_platform: sql`select o.id, o.platform_id as organization, o.number, o.title from takedown_orders o`,
  filing_creator: sql`select r.id, r.creator_id, r.number, r.title from registrations r`,
  report_filer: sql`select v.id, f.filer_id, v.number, v.title from violations v join violation_filings f on f.violation_id = v.id`,
  report_producer: sql`select v.id, d.producer_id, v.number, v.title from violations v
    join violation_subjects s on s.violation_id = v.id and s.outcome = 'upheld' join dramas d on d.id = s.drama_id`,
  entry_proposer: sql`select e.id, p.proposer_id, e.number, e.title from blacklist_entries e join blacklist_proposals p on p.entry_id = e.id`,
  entry_producer: sql`select e.id, d.producer_id, e.number, e.title from blacklist_entries e
    join blacklist_subjects s on s.entry_id = e.id join dramas d on d.id = s.drama_id`,
  entry_platform: sql`select e.id, o.platform_id, e.number, e.title from blacklist_entries e join takedown_orders o on o.entry_id = e.id`,
  mending_hander: sql`select r.id, case when r.by_platform then o.platform_id else r.producer_id end, r.number, r.title
    from rectifications r join rectification_orders o on o.rectification_id = r.id`,
  mending_opener: sql`select r.id, o.opener_id, r.number, r.title from rectifications r join rectification_orders o on o.rectification_id = r.id`,
  mending_joiner: sql`select r.id, j.platform_id, r.number, r.title from rectifications r join rectification_joiners j on j.rectification_id = r.id`,
  penalty_platform: sql`select p.id, p.platform_id, p.number, p.target_name from penalties p`,
  report_of_platform: sql`select b.id, b.filer_id, b.number, b.title from biweekly_reports b`,
  notice_issuer: sql`select a.id, a.issuer_id, a.number, a.title from announcements a`,
  question_asker: sql`select c.id, c.asker_id, c.number, c.title from consultations c`,
}

export type Holder = { subjectId: string; memberId: string; organizationId: string; number: string | null; title: string; nth: number }

/** Asked for each: whom to look for, in which case, who holds the duty; `but` is whoever did it. */
export type Asked = { to: Party; subjectId: string; duties: readonly Duty[]; but: string | null }

/**
 * The members who hold the duty in the organizations that the cases concern, in one statement; `nth` is the question that found them.
 * Run under the house, which sees whom a case concerns.
 */
export async function holdersOf(tx: Tx, asked: readonly Asked[]): Promise<Holder[]> {
  if (asked.length === 0) return []
  const parts = [
    ...Map.groupBy(
      asked.map((one, nth) => ({ ...one, nth })),
      ({ to }) => to,
    ),
  ].map(([to, these]) => {
    const rows = sql.join(
      these.map(
        ({ subjectId, duties, but, nth }) => sql`(${nth}::int, ${subjectId}::uuid, ${sql.param([...duties])}::text[], ${but}::uuid)`,
      ),
      sql`, `,
    )
    return sql`select q.nth, q.subject, m.id as member, m.organization_id as organization, s.number, s.title
      from (values ${rows}) as q(nth, subject, duties, but)
      join (${STANDS[to]}) as s(id, organization, number, title) on s.id = q.subject
      join members m on m.organization_id = s.organization and m.state = 'active' and m.duties && q.duties and m.id is distinct from q.but`
  })
  const found = await tx.execute<{
    nth: number
    subject: string
    member: string
    organization: string
    number: string | null
    title: string
  }>(sql`select distinct on (nth, member) * from (${sql.join(parts, sql` union all `)}) as found order by nth, member`)
  return found.map(({ nth, subject, member, organization, number, title }) => ({
    nth,
    subjectId: subject,
    memberId: member,
    organizationId: organization,
    number,
    title,
  }))
}
