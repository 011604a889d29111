import { cookies } from 'next/headers'
import { createElement } from 'react'
import { bareSql } from '../sql'

type Row = { number: string; title: string; step: string; severity: number | null; due: string; since: string }

/** The fifty rows that wait longest for whom a cookie names, as a table and no more. */
export default async function Page() {
  const sql = bareSql()
  const sid = (await cookies()).get('sid')?.value ?? ''
  const [claim] = await sql<{ organization: string }[]>`
    select m.organization_id as organization from sessions s join members m on m.id = s.member_id where s.sid_hash = ${sid} and s.ended_at is null`
  const rows = claim
    ? await sql<Row[]>`select number, title, step, severity, due_at::text as due, since::text as since from waiting
        where organization_id = ${claim.organization} order by due_at, subject_id limit 50`
    : []
  const cell = (key: string, text: unknown) => createElement('td', { key }, String(text ?? ''))
  const line = ({ number, title, step, severity, due, since }: Row) =>
    createElement('tr', { key: number }, [
      cell('number', number),
      createElement('th', { key: 'title' }, createElement('a', { href: `/c/${number}` }, title)),
      createElement('td', { key: 'act' }, createElement('a', { href: `/c/${number}` }, step)),
      cell('severity', severity),
      cell('since', since),
      cell('due', due),
    ])
  return createElement('table', null, createElement('tbody', null, rows.map(line)))
}
