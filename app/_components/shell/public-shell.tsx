import type { ReactNode } from 'react'
import { KeptNote } from '@/app/_components/form/kept-note'
import { Palette } from '@/app/_components/search/palette'
import { locale, words } from '@/app/_server/locale'
import { theme } from '@/app/_server/preference'
import { Link } from '@/app/_ui/link'
import { Band, SkipLink } from './band'
import { bandLink, LanguageSwitch, ThemeSwitch } from './preferences'

type PublicShellProps = {
  demo?: boolean
  /** the way back for someone who has signed in */
  workplace?: string
  /** whether the reader takes part, and so may search everywhere from here too */
  searches?: boolean
  children: ReactNode
}

/** The frame of the pages that anyone may read. */
export async function PublicShell({ demo, workplace, searches, children }: PublicShellProps) {
  const [w, language, chosen] = await Promise.all([words(), locale(), theme()])
  return (
    <div className="flex min-h-dvh flex-col">
      <SkipLink words={w.shell} />
      <header>
        <Band home="/" demo={demo} words={w.shell}>
          <nav aria-label={w.shell.public.navigation} className="flex items-center gap-4 max-desk:gap-2">
            <Link href="/guidance" className={`${bandLink} max-desk:hidden`}>
              {w.shell.public.guidance}
            </Link>
            <Link href="/register" className={`${bandLink} max-desk:hidden`}>
              {w.shell.public.register}
            </Link>
            <Link href="/blacklist" className={`${bandLink} max-desk:hidden`}>
              {w.shell.public.blacklist}
            </Link>
            <Link href="/announcement" className={`${bandLink} max-desk:hidden`}>
              {w.shell.item.announcement}
            </Link>
            {searches && <Palette words={w.search.typing} look={bandLink} />}
            <LanguageSwitch locale={language} words={w.shell} />
            <Link href={workplace ?? '/sign-in'} className={bandLink}>
              {workplace ? w.shell.public.workplace : w.shell.public.signIn}
            </Link>
          </nav>
        </Band>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full max-w-public px-7 pt-7 pb-16 outline-none max-desk:px-4 max-desk:pt-4 max-desk:pb-12"
      >
        <KeptNote />
        {children}
      </main>
      <footer data-screen="" className="mt-auto border-t border-line px-7 pt-5 pb-8 text-13 text-ink-2 max-desk:px-4">
        <div className="mx-auto flex max-w-[1064px] flex-wrap items-center gap-x-6 gap-y-1.5">
          <span>{w.shell.public.footer}</span>
          <Link href="/guidance">{w.shell.public.guidance}</Link>
          <Link href="/rulebook">{w.shell.item.rulebook}</Link>
          <Link href="/register">{w.shell.public.register}</Link>
          <Link href="/blacklist">{w.shell.public.blacklist}</Link>
          <Link href="/announcement">{w.shell.item.announcement}</Link>
          <Link href="/campaign">{w.shell.item.campaign}</Link>
          <Link href="/inspection">{w.shell.public.inspection}</Link>
          <span className="flex-1" />
          <ThemeSwitch
            side="top"
            theme={chosen}
            words={w.shell}
            look="inline-flex min-h-8 items-center gap-1.5 rounded-ctl px-1.5 hover:bg-sunken max-desk:min-h-11"
          />
        </div>
      </footer>
    </div>
  )
}
