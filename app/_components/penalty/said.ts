import 'server-only'
import { called } from '@/app/_components/organization/called'
import { clauseName } from '@/app/_components/register/clause-name'
import { format, words } from '@/app/_server/locale'
import type { Said } from './columns'

/** All words that the columns of a list need, at the instant of the page. */
export const saidOf = async (tx: Parameters<typeof clauseName>[0], now: Date): Promise<Said> => ({
  w: await words(),
  f: await format(),
  now,
  nameOf: await clauseName(tx),
  name: await called(),
})
