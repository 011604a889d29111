import clsx from 'clsx'
import { Check, Monitor, Moon, Sun } from 'lucide-react'
import type { Theme } from '@/app/_server/preference'
import { DropdownMenu, MenuButton } from '@/app/_ui/menu'
import type { Words } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/formats'

export const bandLink =
  'inline-flex min-h-8 items-center gap-1.5 rounded-ctl px-1.5 text-13 whitespace-nowrap text-bar-ink hover:bg-bar-2 hover:no-underline max-desk:min-h-11'

/** The other language, in its own name; the page comes back in it. */
export function LanguageSwitch({ locale, words, look = bandLink }: { locale: Locale; words: Words['shell']; look?: string }) {
  const other = locale === 'en' ? 'zh-CN' : 'en'
  return (
    <form method="post" action="/api/preference">
      <button type="submit" name="locale" value={other} lang={other} className={look}>
        {words.language[other]}
      </button>
    </form>
  )
}

const icons = { system: Monitor, light: Sun, dark: Moon }

export function ThemeSwitch({
  theme,
  words,
  align = 'end',
  side,
  look = bandLink,
}: {
  theme: Theme
  words: Words['shell']
  align?: 'start' | 'end'
  side?: 'top' | 'bottom'
  look?: string
}) {
  const Now = icons[theme]
  return (
    <DropdownMenu
      align={align}
      side={side}
      look={look}
      label={`${words.theme.label} ${words.theme[theme]}`}
      summary={<Now aria-hidden="true" size={16} strokeWidth={1.75} />}
    >
      <form method="post" action="/api/preference">
        {(['system', 'light', 'dark'] as const).map((each) => (
          <MenuButton key={each} name="theme" value={each} aria-pressed={each === theme}>
            <Check aria-hidden="true" size={14} className={clsx(each !== theme && 'invisible')} />
            {words.theme[each]}
          </MenuButton>
        ))}
      </form>
    </DropdownMenu>
  )
}
