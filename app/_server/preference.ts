import 'server-only'
import { cookies } from 'next/headers'
import * as z from 'zod'
import { type Locale, locales } from '@/lib/i18n/formats'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

const choice = z.union([
  z.object({ name: z.literal('locale'), value: z.enum(locales) }),
  z.object({ name: z.literal('theme'), value: z.enum(themes) }),
  z.object({ name: z.literal('keys'), value: z.enum(['on', 'off']) }),
])

/** One preference out of a form; nothing else is ever stored. */
export function readChoice(form: FormData) {
  for (const name of ['locale', 'theme', 'keys']) {
    const parsed = choice.safeParse({ name, value: form.get(name) })
    if (parsed.success) return parsed.data
  }
}

export async function theme(): Promise<Theme> {
  const chosen = (await cookies()).get('theme')?.value
  return themes.find((each) => each === chosen) ?? 'system'
}

export const keysOn = async () => (await cookies()).get('keys')?.value !== 'off'

/** The page to go back to: a path of this portal and nothing else. */
export function returnPath(referer: string | null, host: string | null) {
  const from = referer && URL.canParse(referer) ? new URL(referer) : undefined
  if (!from || !host || from.host !== host) return '/'
  return `/${from.pathname.replace(/^[/\\]+/, '')}${from.search}`
}

/** Remembers the language of the pages. */
export const speak = async (locale: Locale) =>
  (await cookies()).set('locale', locale, { path: '/', maxAge: 31_536_000, sameSite: 'lax', httpOnly: true })
