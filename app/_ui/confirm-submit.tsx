'use client'

import { AlertDialog } from 'radix-ui'
import { type ReactNode, useRef, useState } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonLook, buttonClass } from './button'

/** The act of a form that asks once more, saying what follows. Without script it submits at once. */
export function ConfirmSubmit({
  title,
  children,
  label,
  confirm,
  cancel,
  busyLabel,
  look = 'outline',
  size,
  wide,
}: ButtonLook & { title: string; children?: ReactNode; label: ReactNode; confirm: string; cancel: string; busyLabel: ReactNode }) {
  const button = useRef<HTMLSpanElement>(null)
  const [open, setOpen] = useState(false)
  const { pending } = useFormStatus()
  return (
    <AlertDialog.Root open={open} onOpenChange={setOpen}>
      <span ref={button} className={wide ? 'block' : undefined}>
        <Button
          type="submit"
          {...{ look, size, wide, busyLabel, busy: pending }}
          onClick={(event) => {
            event.preventDefault()
            const form = button.current?.closest('form')
            if (form?.noValidate || form?.reportValidity()) setOpen(true)
          }}
        >
          {label}
        </Button>
      </span>
      <AlertDialog.Portal>
        <AlertDialog.Overlay className="fixed inset-0 z-40 bg-bar/40" />
        <AlertDialog.Content className="fixed top-1/2 left-1/2 z-50 grid w-110 max-w-[calc(100vw-32px)] -translate-x-1/2 -translate-y-1/2 gap-3 rounded-ctl bg-surface p-6 shadow-lift">
          <AlertDialog.Title className="text-16 font-bold">{title}</AlertDialog.Title>
          <AlertDialog.Description asChild>
            <div className="text-ink-2">{children}</div>
          </AlertDialog.Description>
          <div className="flex flex-wrap justify-end gap-3 pt-2">
            <AlertDialog.Cancel data-button="" className={buttonClass({ look: 'outline' })}>
              {cancel}
            </AlertDialog.Cancel>
            <AlertDialog.Action
              data-button=""
              className={buttonClass({ look: 'filled' })}
              onClick={() => button.current?.closest('form')?.requestSubmit()}
            >
              {confirm}
            </AlertDialog.Action>
          </div>
        </AlertDialog.Content>
      </AlertDialog.Portal>
    </AlertDialog.Root>
  )
}
