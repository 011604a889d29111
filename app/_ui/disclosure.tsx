'use client'

import { type ComponentProps, useEffect, useRef } from 'react'

/** <details> as a popover: also closes on Escape, a press outside, or once a link in it is followed. Open and close need no script. */
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
        return
      }
      const inside = event.target instanceof Element && node.contains(event.target)
      const followed = event.type === 'click' && event.target instanceof Element && event.target.closest('a')
      if (!inside || followed) node.open = false
    }
    const events = ['pointerdown', 'keydown', 'focusin', 'click'] as const
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
