import 'server-only'
import { locale } from '@/app/_server/locale'
import { catalogues } from '@/lib/i18n/catalogue'
import { formats } from '@/lib/i18n/formats'
import type { Locale } from '@/lib/kernel/time'
import { rulebook } from '@/lib/rulebook/queries'
import type { Tongue } from './sheet'

/** What puts a report into words: the reader's language, or for files Chinese. */
export async function tongueOf(tx: Parameters<typeof rulebook>[0], language?: Locale): Promise<Tongue> {
  const [{ taxonomy }, spoken] = [await rulebook(tx), language ?? (await locale())]
  const names = new Map(taxonomy.map(({ code, zh, en }) => [code, spoken === 'en' ? en : zh]))
  return { words: catalogues[spoken], format: formats(spoken), clause: (code) => names.get(code) ?? code }
}
