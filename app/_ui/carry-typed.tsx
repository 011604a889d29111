'use client'

import { useRouter } from 'next/navigation'
import type { MouseEvent, ReactNode } from 'react'

/** Choosing a filter takes along what was typed into the search beside it and not sent yet. */
export function CarryTyped({ children }: { children: ReactNode }) {
  const router = useRouter()
  const carry = (event: MouseEvent<HTMLDivElement>) => {
    const link = event.target instanceof Element ? event.target.closest('a') : null
    const typed = event.currentTarget.querySelector<HTMLInputElement>('[data-search]')
    if (!link || !typed || typed.value === typed.defaultValue || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0)
      return
    event.preventDefault()
    event.stopPropagation()
    link.closest('details')?.removeAttribute('open')
    const address = new URL(link.href)
    address.searchParams.set(typed.name, typed.value)
    router.push(address.pathname + address.search)
  }
  return (
    <div className="contents" onClickCapture={carry}>
      {children}
    </div>
  )
}
