import 'server-only'
import pino from 'pino'
import { env } from '@/lib/env'

let log: pino.Logger | undefined

/** Writes a fault down under the reference that its user was shown. Values sent to the database were stripped where it arose. */
export function logFault(reference: string, error: unknown) {
  log ??= pino({ level: env().logLevel })
  log.error({ reference, err: error }, 'an act failed')
}
