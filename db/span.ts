import { and, gte, lt, lte, type SQL } from 'drizzle-orm'
import type { AnyPgColumn } from 'drizzle-orm/pg-core'
import { addDays, type Span, startOf } from '../lib/kernel/time'

/** An instant that fell on these days in Beijing. */
export const during = (column: AnyPgColumn, span: Span | undefined): SQL | undefined =>
  span && and(gte(column, startOf(span.from)), lt(column, startOf(addDays(span.to, 1))))

/** A legal date among these days. */
export const among = (column: AnyPgColumn, span: Span | undefined): SQL | undefined =>
  span && and(gte(column, span.from), lte(column, span.to))
