'use client'

import { useEffect } from 'react'

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select'))

/** Single keys of a sheet: each does what stands on the page under `data-key`; silent in fields. */
export function SheetKeys() {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.repeat || inField(event.target)) return
      const target = document.querySelector<HTMLElement>(`[data-key="${CSS.escape(event.key)}"]`)
      const act = target?.matches('a, button, summary, input, textarea')
        ? target
        : target?.querySelector<HTMLElement>('a, button, summary, textarea')
      if (!act) return
      event.preventDefault()
      if (act.matches('textarea, input')) act.focus()
      else act.click()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
  return null
}
