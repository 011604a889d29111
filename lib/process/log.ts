import pino from 'pino'
import { env } from '@/lib/env'

/** What a process outside Next says, a line of JSON each, to its standard output. */
export const log = (name: string) => pino({ name, level: env().logLevel, base: { name } })
