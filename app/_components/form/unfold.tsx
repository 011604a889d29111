'use client'

import type { ReactNode } from 'react'
import { useAnswer, useTyped } from './action-form'

/** A lesser act of a form, folded away until it is asked for; it stays open with what was typed when it was not taken. */
export function Unfold({
  summary,
  field,
  children,
  small,
  open: isOpen,
}: {
  summary: ReactNode
  field?: string
  children: ReactNode
  small?: boolean
  open?: boolean
}) {
  const typed = useTyped()
  const { sent, error } = useAnswer(field ?? '')
  const open = isOpen || (field ? Boolean(sent || error) : typed !== null)
  return (
    <details open={open || undefined} data-screen="">
      <summary className={`w-fit text-accent underline underline-offset-3 ${small ? 'text-13' : ''}`}>{summary}</summary>
      <div className="mt-3 grid gap-3">{children}</div>
    </details>
  )
}
