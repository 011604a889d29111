import 'server-only'
import { locale } from '@/app/_server/locale'
import { rulebook } from '@/lib/rulebook/queries'

/** The names of the rulebook's items in the reader's language, by code. */
export async function clauseName(tx: Parameters<typeof rulebook>[0]) {
  const [{ taxonomy }, language] = [await rulebook(tx), await locale()]
  const names = new Map(taxonomy.map(({ code, zh, en }) => [code, language === 'en' ? en : zh]))
  return (code: string) => names.get(code) ?? code
}
