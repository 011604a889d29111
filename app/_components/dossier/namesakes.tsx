import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { Section } from '@/app/_ui/heads'
import { shown } from '@/app/_ui/said-column'
import type { SubjectRow } from '@/lib/dossier/queries/subjects'
import { subjectColumns } from './columns'

/** Others of the very same name, called just that. */
export async function Namesakes({ rows }: { rows: SubjectRow[] }) {
  const { dossier: w } = await words()
  return (
    <Section id="namesakes" title={w.namesakes.title} aside={w.namesakes.aside}>
      <DataTable<SubjectRow> caption={w.namesakes.caption} columns={shown(await subjectColumns())} rows={rows} rowKey={({ id }) => id} />
    </Section>
  )
}
