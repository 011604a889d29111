'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonLook } from './button'

/** The act of a form. A second press while it runs sends nothing. */
export function SubmitButton({
  busyLabel,
  children,
  look = 'filled',
  size = 'main',
  ...rest
}: ButtonLook & { busyLabel: ReactNode; children: ReactNode; name?: string; value?: string; form?: string; id?: string }) {
  const { pending } = useFormStatus()
  return (
    <Button {...rest} look={look} size={size} type={pending ? 'button' : 'submit'} busy={pending} busyLabel={busyLabel}>
      {children}
    </Button>
  )
}
