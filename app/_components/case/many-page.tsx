import type { ComponentProps, ReactNode } from 'react'
import { ActionForm } from '@/app/_components/form/action-form'
import { words } from '@/app/_server/locale'
import { DataTable } from '@/app/_ui/data-table'
import { EmptyState } from '@/app/_ui/empty-state'
import { PageHead } from '@/app/_ui/heads'
import { Link } from '@/app/_ui/link'
import { Note } from '@/app/_ui/note'
import { type SaidColumn, shown } from '@/app/_ui/said-column'
import { SubmitButton } from '@/app/_ui/submit-button'

type Row = { id: string; version: number; number: string | null }
type Words = {
  title: string
  back: string
  none: string
  noneNext: string
  rows: string
  willNext: string
  will: (rows: number) => string
  leftOut: (rows: number) => string
  act: (rows: number) => string
  done: string
  refused: string
  results: string
}

/** One act over many cases of a list: what will happen, to which, and afterwards what became of each. `open` can still be acted on; `chosen` were ticked. */
export async function ManyPage<R extends Row>({
  list,
  action,
  words: w,
  columns,
  rows,
  open,
  chosen,
  children,
}: {
  list: string
  action: ComponentProps<typeof ActionForm>['action']
  words: Words
  columns: SaidColumn<R>[]
  rows: R[]
  open: R[]
  chosen: number
  children: ReactNode
}) {
  const { form } = await words()
  const back = <Link href={list}>{w.back}</Link>
  return (
    <>
      <PageHead title={w.title} line={back} />
      <ActionForm
        action={action}
        formKey={crypto.randomUUID()}
        className="grid max-w-220 gap-4"
        each={{ done: w.done, refused: w.refused, caption: w.results }}
        hidden={Object.fromEntries(
          open.flatMap(({ id, version, number }, at) => [
            [`rows.${at}.id`, id],
            [`rows.${at}.version`, version],
            [`rows.${at}.number`, number ?? ''],
          ]),
        )}
      >
        {rows.length === 0 ? (
          <EmptyState title={w.none} link={back}>
            {w.noneNext}
          </EmptyState>
        ) : (
          <>
            <Note tone="info" title={w.will(open.length)}>
              <p>{w.willNext}</p>
              {open.length < chosen && <p>{w.leftOut(chosen - open.length)}</p>}
            </Note>
            <DataTable caption={w.rows} columns={shown(columns)} rows={rows} rowKey={({ id }) => id} middle />
            {open.length > 0 && (
              <>
                {children}
                <div>
                  <SubmitButton busyLabel={form.busy}>{w.act(open.length)}</SubmitButton>
                </div>
              </>
            )}
          </>
        )}
      </ActionForm>
    </>
  )
}
