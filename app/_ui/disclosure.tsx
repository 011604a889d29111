'use client'

import { type ComponentProps, useEffect, useRef } from 'react'

/** <details> as a popover: also closes on Escape, a press outside, or focus leaving it. Open and close need no script. */
export function Disclosure({ children, ...rest }: ComponentProps<'details'>) {
  const details = useRef<HTMLDetailsElement>(null)
  useEffect(() => {
    const close = (event: Event) => {
      const node = details.current
      if (!node?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        node.open = false
        node.querySelector('summary')?.focus()
      } else if (!node.contains(event.target as Node)) node.open = false
    }
    const events = ['pointerdown', 'keydown', 'focusin'] as const
    for (const name of events) document.addEventListener(name, close)
    return () => {
      for (const name of events) document.removeEventListener(name, close)
    }
  }, [])
  return (
    <details ref={details} {...rest}>
      {children}
    </details>
  )
}
