import { words } from '@/app/_server/locale'
import { ColumnPicker } from '@/app/_ui/column-picker'
import { withQuery } from '@/app/_ui/filter-bar'
import { type Chosen, choices, naming } from '@/app/_ui/said-column'
import { CsvFile } from './csv-file'

type Query = Record<string, string | undefined>
type ListToolsProps<Row> = {
  path: string
  query: Query
  table: Chosen<Row>
  /** where the file is, where that is not beside the page */
  file?: string
  /** how many rows the file will hold, where that is known and long */
  rows?: number | undefined
}

/** What can be done with a table as a whole: which of its columns stand, and all its rows as a file. */
export async function ListTools<Row>({ path, query, table, file = `${path}/csv`, rows }: ListToolsProps<Row>) {
  const { list } = (await words()).shell
  const said = { label: list.columns, title: list.chooseColumns, show: list.showColumns, usual: list.usualColumns }
  return (
    <>
      <ColumnPicker
        path={path}
        query={query}
        naming={naming(table)}
        choices={choices(table)}
        words={said}
        usual={table.columns && withQuery(path, query, { columns: undefined })}
      />
      <CsvFile href={withQuery(file, query)} rows={rows} />
    </>
  )
}
