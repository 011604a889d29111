import 'server-only'
import { locale } from '@/app/_server/locale'
import type { Locale } from '@/lib/i18n/formats'
import type { FullyNamed, Named } from '@/lib/organization/queries/organizations'

/** English in few words: NRTA, CNSA, Beijing bureau. */
function brief(name: string) {
  if (name.startsWith('National Radio')) return 'NRTA'
  if (name.startsWith('China Netcasting')) return 'CNSA'
  const place = /^(.+?) (?:Radio and Television|Culture|Department|Bureau)\b/.exec(name)?.[1]
  return place ? `${place} bureau` : name
}

/** What an organization is called in few words, in the reader's language unless another is given. Creators have no English name. */
export async function called(given?: Locale) {
  const language = given ?? (await locale())
  return (name: Named | null | undefined) => (name ? (language === 'en' && name.nameEn ? brief(name.nameEn) : name.shortName) : '')
}

/** The same in full, as on a letter. */
export async function fullyCalled() {
  const language = await locale()
  return (name: FullyNamed | null | undefined) => (name ? (language === 'en' && name.nameEn) || name.name : '')
}
