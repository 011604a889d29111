'use client'

import { AlertDialog } from 'radix-ui'
import { type ReactNode, useRef, useState, useSyncExternalStore } from 'react'
import { useFormStatus } from 'react-dom'
import { Button, type ButtonLook, buttonClass } from './button'

const never = () => () => {}
const useIsAwake = () =>
  useSyncExternalStore(
    never,
    () => true,
    () => false,
  )

/** The act of a form that asks once more, saying what follows: in a dialog, or without script in what its first press unfolds. */
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
  const isAwake = useIsAwake()
  if (!isAwake)
    return (
      <details className={wide ? 'block' : 'inline-block align-top'}>
        <summary data-button="" className={buttonClass({ look, size, wide })}>
          {label}
        </summary>
        {/* The Enter key presses a form's first submit button: a disabled one lets it do nothing. */}
        <button type="submit" disabled hidden />
        <div className="mt-2 grid max-w-110 gap-2 rounded-ctl border border-line bg-surface p-4">
          <b>{title}</b>
          <div className="text-ink-2">{children}</div>
          <Button type="submit" look="filled" className="w-fit">
            {confirm}
          </Button>
        </div>
      </details>
    )
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
