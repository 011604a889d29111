'use client'

import { usePathname } from 'next/navigation'
import type { ReactNode } from 'react'
import { Link } from '@/app/_ui/link'
import { isWithin, type NavigationItem } from './navigation'

export function SidebarLink({ item, children }: { item: NavigationItem; children: ReactNode }) {
  const here = isWithin(item, usePathname())
  return (
    <Link
      href={item.href}
      data-place=""
      aria-current={here ? 'page' : undefined}
      className="flex min-h-[34px] items-center gap-2.5 border-l-[3px] border-transparent pr-4 pl-[17px] text-ink -outline-offset-2! hover:bg-sunken hover:no-underline aria-[current]:border-accent aria-[current]:bg-accent-tint aria-[current]:font-bold aria-[current]:text-accent max-desk:min-h-11"
    >
      {children}
    </Link>
  )
}
