import { DrizzleQueryError } from 'drizzle-orm/errors'
import { PgPreparedQuery } from 'drizzle-orm/pg-core'

const codeOf = (error: unknown) => String((error as { code?: unknown } | undefined)?.code)

function reword(error: Error, message: string) {
  const calls = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  error.message = message
  Object.defineProperty(error, 'stack', { value: [`${error.name}: ${message}`, ...calls].join('\n'), configurable: true, writable: true })
}

type Sent = { parameters?: unknown[]; args?: unknown[] }

/** A fault of the database as it may be logged: codes and names, never the values that were sent or are stored. */
function stripped(error: unknown): unknown {
  if (!(error instanceof DrizzleQueryError)) return error
  const { cause, query } = error
  reword(error, `Failed query: ${query}`)
  error.params = []
  if (cause instanceof Error) {
    // SQLSTATE class 22 quotes the offending value in the message itself.
    if (codeOf(cause).startsWith('22')) reword(cause, cause.message.replace(/".*"/s, '"…"'))
    for (const spoken of ['detail', 'where', 'internal_query']) Reflect.deleteProperty(cause, spoken)
    // The driver hides these from print and does not let them be deleted; whoever lists all properties would still find them.
    const { parameters, args } = cause as Sent
    for (const sent of [parameters, args]) sent?.splice(0)
  }
  return error
}

/** The server could not be reached or went away; whether an act that was being committed has landed is unknown. */
export const isOutage = (error: unknown): boolean =>
  (error instanceof AggregateError && error.errors.length > 0 && error.errors.every(isOutage)) ||
  /^(CONNECTION_|CONNECT_TIMEOUT|ECONN|EPIPE|ETIMEDOUT|57P0[123]|08)/.test(codeOf(error instanceof DrizzleQueryError ? error.cause : error))

type Guarded = { queryWithCache: (query: string, params: unknown[], run: () => Promise<unknown>) => Promise<unknown>; strips?: boolean }

/** Strips every fault where it arises, so that whoever logs it, Next included, has no values to print. */
export function stripFaultsAtTheirSource() {
  const prepared = PgPreparedQuery.prototype as unknown as Guarded
  if (prepared.strips) return
  const { queryWithCache } = prepared
  prepared.strips = true
  prepared.queryWithCache = function (...sent) {
    return queryWithCache.apply(this, sent).catch((error: unknown) => Promise.reject(stripped(error)))
  }
}
