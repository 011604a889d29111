import 'server-only'
import { cookies } from 'next/headers'
import { cache } from 'react'
import { rendered } from '@/app/_ui/language'
import { catalogues } from '@/lib/i18n/catalogue'
import { formats, type Locale, spokenAs } from '@/lib/i18n/formats'

/** The reader's language, from their choice; Chinese until they choose. */
export const locale = cache(async (): Promise<Locale> => {
  const language = spokenAs((await cookies()).get('locale')?.value)
  rendered().language = language
  return language
})

export const words = async () => catalogues[await locale()]

/** Dates, numbers and money in the reader's language. */
export const format = async () => formats(await locale())

/** What an organ publishes is in Chinese, and stays as it was published in whatever language its frame is read. */
export const published = { language: 'zh-CN', words: catalogues['zh-CN'], format: formats('zh-CN') } as const
