'use client'

import { useEffect } from 'react'
import { Toaster as Sonner, toast } from 'sonner'
import { Shape } from './shape'

/** The place where done things are said; once, in the root layout. */
export function Toaster({ label }: { label: string }) {
  return (
    <Sonner
      position="bottom-right"
      style={{ fontFamily: 'var(--font-sans)' }}
      containerAriaLabel={label}
      duration={6000}
      icons={{ success: <Shape tone="done" className="text-done" /> }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-105 max-w-[calc(100vw-32px)] items-center gap-2.5 rounded-ctl bg-surface px-3.5 py-2.5 text-14 text-ink shadow-lift',
        },
      }}
    />
  )
}

/** Says once that something was done; the page itself must show it too. */
export function Done({ text }: { text: string | undefined }) {
  useEffect(() => {
    if (text) toast.success(text)
  }, [text])
  return null
}
