import 'server-only'
import { locale } from '@/app/_server/locale'

type Named = { shortName: string; nameEn: string | null }

/** What an organization is called in the reader's language, in few words. */
export async function called() {
  const language = await locale()
  return (name: Named | null | undefined) => (name ? (language === 'en' ? (name.nameEn ?? name.shortName) : name.shortName) : '')
}
