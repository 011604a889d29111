import { Menu } from 'lucide-react'
import type { ReactNode } from 'react'
import { KeptNote } from '@/app/_components/form/kept-note'
import { NoticeBell } from '@/app/_components/notice/bell'
import { Palette } from '@/app/_components/search/palette'
import { locale, words } from '@/app/_server/locale'
import { keysOn, theme } from '@/app/_server/preference'
import { Keys } from '@/app/_ui/keys'
import { DropdownMenu, MenuButton, MenuLink } from '@/app/_ui/menu'
import { Sheet } from '@/app/_ui/sheet'
import { Name } from '@/app/_ui/words'
import { Band, SkipLink } from './band'
import { type NavigationGroup, startOf } from './navigation'
import { PreferenceForm } from './preference-form'
import { bandLink, LanguageSwitch, ThemeSwitch } from './preferences'
import { type QueueCount, Sidebar } from './sidebar'

type PortalShellProps = {
  groups: NavigationGroup[]
  organization: string
  /** the member's name and duties, as said in the band */
  member: { name: string; duties: string }
  queue?: QueueCount
  unread: number
  demo?: boolean
  signOut: string | ((form: FormData) => void | Promise<void>)
  children: ReactNode
}

/** The frame of every page behind the sign-in. Its pages render what stands in <main>. */
export async function PortalShell({ groups, organization, member, queue, unread, demo, signOut, children }: PortalShellProps) {
  const [w, language, chosen, keys] = await Promise.all([words(), locale(), theme(), keysOn()])
  const home = startOf(groups)
  const [open, end] = language === 'en' ? [', ', ''] : ['（', '）']
  const who = (
    <span>
      <Name>{member.name}</Name>
      <span className="desk:max-wide:hidden">
        {open}
        {member.duties}
        {end}
      </span>
    </span>
  )
  const own = (
    <>
      <MenuLink href="/profile">{w.shell.member.profile}</MenuLink>
      {!keys && (
        <PreferenceForm className="max-desk:hidden">
          <MenuButton name="keys" value="on">
            {w.shell.keys.turnOn}
          </MenuButton>
        </PreferenceForm>
      )}
      <form action={signOut} method={typeof signOut === 'string' ? 'post' : undefined}>
        <MenuButton>{w.shell.member.signOut}</MenuButton>
      </form>
    </>
  )
  const sidebar = <Sidebar groups={groups} queue={queue} words={w.shell} />
  return (
    <>
      <SkipLink words={w.shell} />
      <header>
        <Band home={home} organization={organization} demo={demo} words={w.shell}>
          <Palette words={w.search.typing} look={bandLink} />
          <NoticeBell unread={unread} words={w.notice} />
          <div className="flex items-center gap-2 max-desk:hidden">
            <LanguageSwitch locale={language} words={w.shell} />
            <ThemeSwitch theme={chosen} words={w.shell} />
            <DropdownMenu align="end" look={bandLink} summary={who}>
              {own}
            </DropdownMenu>
          </div>
          <button
            type="button"
            popoverTarget="menu"
            aria-label={w.shell.menu}
            className={`${bandLink} min-w-11 justify-center desk:hidden`}
          >
            <Menu aria-hidden="true" size={18} strokeWidth={1.75} />
          </button>
        </Band>
        <p className="border-b border-line bg-page px-4 py-1.5 text-13 text-ink-2 desk:hidden print:hidden">
          <Name>{organization}</Name>
          <span className="ml-4">{who}</span>
        </p>
      </header>
      <div className="grid min-h-[calc(100dvh-48px)] desk:grid-cols-[208px_minmax(0,1fr)] print:block">
        <nav aria-label={w.shell.navigation} data-screen="" className="border-r border-line bg-page pt-2 pb-6 max-desk:hidden">
          <div className="sticky top-0">{sidebar}</div>
        </nav>
        <main
          id="main"
          tabIndex={-1}
          className="w-full max-w-main min-w-0 px-7 pt-5 pb-14 outline-none max-desk:px-4 max-desk:pt-3 max-desk:pb-12"
        >
          <KeptNote />
          {children}
        </main>
      </div>
      <Sheet id="menu" label={w.shell.menu} close={w.shell.close}>
        <nav aria-label={w.shell.navigation}>{sidebar}</nav>
        <div className="mt-4 border-t border-line py-2">
          {own}
          <div className="flex items-center gap-2 px-2.5">
            <LanguageSwitch
              locale={language}
              words={w.shell}
              align="start"
              look="inline-flex items-center gap-1.5 min-h-11 px-1.5 rounded-ctl hover:bg-sunken"
            />
            <ThemeSwitch
              theme={chosen}
              words={w.shell}
              align="start"
              look="inline-flex min-h-11 items-center gap-1.5 px-1.5 rounded-ctl hover:bg-sunken"
            />
          </div>
        </div>
      </Sheet>
      {keys && (
        <Keys
          queue={home}
          words={w.shell.keys}
          off={
            <PreferenceForm>
              <button type="submit" name="keys" value="off" className="min-h-8 text-accent underline underline-offset-3">
                {w.shell.keys.turnOff}
              </button>
            </PreferenceForm>
          }
        />
      )}
    </>
  )
}
