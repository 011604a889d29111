import clsx from 'clsx'
import { Check, Monitor, Moon, Sun } from 'lucide-react'
import type { Theme } from '@/app/_server/preference'
import { buttonClass } from '@/app/_ui/button'
import { DropdownMenu, MenuButton } from '@/app/_ui/menu'
import type { Words } from '@/lib/i18n/catalogue'
import type { Locale } from '@/lib/i18n/formats'
import { PreferenceForm } from './preference-form'

export const bandLink =
  'inline-flex min-h-8 items-center gap-1.5 rounded-ctl px-1.5 text-13 whitespace-nowrap text-bar-ink hover:bg-bar-2 hover:no-underline max-desk:min-h-11'

/**
 * The other language, in its own name; the page comes back in it. Without script it cannot take along what is typed into another form,
 * so on a page with one it says so first.
 */
export function LanguageSwitch({
  locale,
  words,
  align = 'end',
  look = bandLink,
}: {
  locale: Locale
  words: Words['shell']
  align?: 'start' | 'end'
  look?: string
}) {
  const other = locale === 'en' ? 'zh-CN' : 'en'
  const choice = { type: 'submit', name: 'locale', value: other } as const
  return (
    <>
      <PreferenceForm className="would-lose:hidden">
        <button {...choice} lang={other} className={look}>
          {words.language[other]}
        </button>
      </PreferenceForm>
      <div className="hidden would-lose:block">
        <DropdownMenu align={align} look={look} summary={<span lang={other}>{words.language[other]}</span>}>
          <PreferenceForm className="w-64 px-4 py-2 whitespace-normal">
            <p className="mb-2">{words.loses}</p>
            <button {...choice} lang={other} className={buttonClass({})}>
              {words.language.allTheSame}
            </button>
          </PreferenceForm>
        </DropdownMenu>
      </div>
    </>
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
      <PreferenceForm>
        <p className="hidden max-w-64 px-4 py-1 text-13 would-lose:block">{words.loses}</p>
        {(['system', 'light', 'dark'] as const).map((each) => (
          <MenuButton key={each} name="theme" value={each} aria-pressed={each === theme}>
            <Check aria-hidden="true" size={14} className={clsx(each !== theme && 'invisible')} />
            {words.theme[each]}
          </MenuButton>
        ))}
      </PreferenceForm>
    </DropdownMenu>
  )
}
