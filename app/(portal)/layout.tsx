import type { ReactNode } from 'react'
import { called, fullyCalled } from '@/app/_components/organization/called'
import { openTo } from '@/app/_components/shell/navigation'
import { PortalShell } from '@/app/_components/shell/portal-shell'
import { PublicShell } from '@/app/_components/shell/public-shell'
import { homeOf, workplaceOf } from '@/app/_server/home'
import { format, words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { queueBadge } from '@/lib/desk/queries/queue'
import { env } from '@/lib/env'
import { unreadCount } from '@/lib/notice/queries/notices'
import { look } from '@/lib/perform'

/** The frame of the work; a case's one address is here too, so whoever does not work here sees it in the public frame. Each page checks for itself who may read it. */
export default async function PortalLayout({ children }: { children: ReactNode }) {
  const { actor, member } = await reader()
  if (member?.organizationState !== 'accepted') {
    return (
      <PublicShell demo={env().demo} workplace={member ? homeOf(member) : undefined}>
        {children}
      </PublicShell>
    )
  }
  const [w, f, [queue, unread]] = await Promise.all([
    words(),
    format(),
    look(actor, (tx, now) => Promise.all([queueBadge(tx, actor, now), unreadCount(tx, actor)])),
  ])
  const duties = member.duties.length ? f.list(member.duties.map((duty) => w.member.duty[duty])) : w.member.noDuty
  const [brief, fully] = [await called(), await fullyCalled()]
  const { organizationName: name, organizationShortName: shortName, organizationNameEn: nameEn } = member
  return (
    <PortalShell
      groups={openTo(workplaceOf(member.kind), actor)}
      organization={member.kind === 'platform' ? brief({ shortName, nameEn }) : fully({ name, nameEn })}
      member={{ name: member.name, duties }}
      queue={queue}
      unread={unread}
      demo={env().demo}
      signOut="/api/sign-out"
    >
      {children}
    </PortalShell>
  )
}
