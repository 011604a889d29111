import type { ReactNode } from 'react'

/** What will be here, and one link. */
export function EmptyState({ title, link, children }: { title: string; link?: ReactNode; children?: ReactNode }) {
  return (
    <div className="border-y-[1.5px] border-rule px-2 py-7">
      <p className="font-bold">{title}</p>
      {children && <p className="text-ink-2">{children}</p>}
      {link && <p className="mt-1">{link}</p>}
    </div>
  )
}
