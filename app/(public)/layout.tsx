import type { ReactNode } from 'react'
import { PublicShell } from '@/app/_components/shell/public-shell'
import { homeOf } from '@/app/_server/home'
import { reader } from '@/app/_server/session'
import { env } from '@/lib/env'

export default async function PublicLayout({ children }: { children: ReactNode }) {
  const { member } = await reader()
  return (
    <PublicShell demo={env().demo} workplace={member ? homeOf(member) : undefined} searches={member?.organizationState === 'accepted'}>
      {children}
    </PublicShell>
  )
}
