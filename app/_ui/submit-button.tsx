'use client'

import type { ReactNode } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonLook } from './button'

/** An act of a form. A second press while one runs sends nothing; only the one that was pressed says that it runs. */
export function SubmitButton({
  busyLabel,
  children,
  look = 'filled',
  size = 'main',
  ...rest
}: ButtonLook & { busyLabel: ReactNode; children: ReactNode; name?: string; value?: string; form?: string; id?: string }) {
  const { pending, data } = useFormStatus()
  const isThis = pending && (rest.name === undefined || data?.get(rest.name) === rest.value)
  return (
    <Button {...rest} look={look} size={size} type={pending ? 'button' : 'submit'} busy={isThis} busyLabel={busyLabel}>
      {children}
    </Button>
  )
}
