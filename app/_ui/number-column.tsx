import type { SaidColumn } from './said-column'
import { Official } from './words'

/** The case's number, as it is typed and quoted. */
export const numberColumn = <Row extends { number: string | null }>(head: string): SaidColumn<Row> => ({
  key: 'number',
  head,
  at: 'number',
  text: ({ number }) => number ?? '',
  cell: ({ number }) => number && <Official>{number}</Official>,
})
