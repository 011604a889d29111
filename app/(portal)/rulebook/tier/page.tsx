import type { Metadata } from 'next'
import { CHAPTERS, Chapters } from '@/app/_components/rulebook/chapters'
import { said } from '@/app/_components/rulebook/read'
import { tierColumns } from '@/app/_components/rulebook/tier-columns'
import { CsvFile } from '@/app/_components/shell/csv-file'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { PageHead, Section } from '@/app/_ui/heads'
import { DateTime } from '@/app/_ui/input'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { shown } from '@/app/_ui/said-column'
import { SubmitButton } from '@/app/_ui/submit-button'
import { isDay } from '@/lib/kernel/time'
import { inForce } from '@/lib/rulebook/rules/dated'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).rulebook.tier.title })

/** The lines between the classes by date, beside the calculator that applies them. */
export default async function Page({ searchParams }: { searchParams: Promise<Record<string, string | undefined>> }) {
  const reading = await said()
  const { w, f, book, today } = reading
  const c = w.rulebook.tier
  const asked = (await searchParams).on?.trim() ?? today
  const on = isDay(asked) ? asked : null
  const rows = on ? book.tiers.filter((rule) => inForce(rule, on)) : []
  const columns = shown(tierColumns(reading))
  return (
    <>
      <PageHead title={c.title} line={c.lead} large />
      <Chapters current="tier" />
      <form action={CHAPTERS.tier} className="flex flex-wrap items-end gap-3 py-4">
        <DateTime name="on" withTime={false} label={c.on} defaultValue={asked} error={on ? undefined : c.notADay} />
        <SubmitButton busyLabel={w.form.busy} look="outline">
          {c.show}
        </SubmitButton>
        <Link href="/guidance/class" className="pb-2">
          {c.calculate}
        </Link>
      </form>
      {on && (
        <Section id="standing" title={rows.length > 0 ? c.inForce(f.day(on)) : c.none(f.day(on))}>
          {rows.length > 0 ? (
            <DataTable
              caption={c.inForce(f.day(on))}
              columns={columns}
              rows={rows}
              rowKey={(rule) => `${rule.effectiveFrom} ${rule.aiMade}`}
            />
          ) : (
            <Note>{c.noneText}</Note>
          )}
        </Section>
      )}
      <Section id="every" title={c.every} actions={<CsvFile href="/rulebook/csv/tier" label={w.rulebook.csv} />}>
        <DataTable
          caption={c.caption}
          columns={columns}
          rows={book.tiers}
          rowKey={(rule) => `${rule.effectiveFrom} ${rule.aiMade}`}
          current={(rule) => rows.includes(rule)}
        />
      </Section>
    </>
  )
}
