import clsx from 'clsx'
import type { ReactNode } from 'react'
import { Shape } from './shape'

export type FieldText = {
  label: ReactNode
  hint?: ReactNode
  /** the mark beside the label, as 可不填 */
  optional?: string
  error?: ReactNode
  /** for a field whose label stands elsewhere, as in a search bar */
  hideLabel?: boolean
}

/** What a control must carry so that its label, hint and error are read with it. */
export function fieldWiring(id: string, { hint, error }: Pick<FieldText, 'hint' | 'error'>) {
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return { id, 'aria-describedby': described || undefined, 'aria-invalid': error ? true : undefined } as const
}

export const controlClass =
  'block w-full min-h-9 rounded-ctl border border-control bg-surface px-2.5 py-1.5 max-desk:min-h-11 [&[readonly]]:border-line [&[readonly]]:bg-sunken disabled:border-line disabled:bg-sunken aria-invalid:border-2 aria-invalid:border-overdue'

export function FieldError({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p id={id} className="mb-1.5 flex gap-1.5 font-medium text-overdue">
      <Shape tone="overdue" className="mt-1" />
      <span className="whitespace-pre-line">{children}</span>
    </p>
  )
}

/** A label, its hint and error around any control; spread `fieldWiring(id, …)` on the control. */
export function Field({
  id,
  label,
  hint,
  optional,
  error,
  hideLabel,
  className,
  children,
}: FieldText & { id: string; className?: string; children: ReactNode }) {
  return (
    <div className={clsx(error && 'border-l-4 border-overdue pl-3.5', className)}>
      <label htmlFor={id} className={hideLabel ? 'sr-only' : 'mb-0.5 block font-bold'}>
        {label}
        {optional && (
          <span data-mark="" className="font-normal text-ink-3">
            {' '}
            {optional}
          </span>
        )}
      </label>
      {hint && (
        <p id={`${id}-hint`} className="mb-1.5 text-13 text-ink-2">
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      {children}
    </div>
  )
}

/** Several controls under one question; `radio` where one answer is chosen, which as a whole can be wrong. */
export function FieldSet({
  id,
  label,
  hint,
  optional,
  error,
  hideLabel,
  radio,
  className,
  children,
}: FieldText & { id: string; radio?: boolean; className?: string; children: ReactNode }) {
  const { 'aria-describedby': described, 'aria-invalid': invalid } = fieldWiring(id, { hint, error })
  const one = radio && ({ role: 'radiogroup', 'aria-invalid': invalid } as const)
  return (
    <div className={clsx(error && 'border-l-4 border-overdue pl-3.5', className)}>
      <fieldset id={id} tabIndex={-1} aria-describedby={described} {...one} className="min-w-0">
        <legend className={hideLabel ? 'sr-only' : 'mb-0.5 font-bold'}>
          {label}
          {optional && (
            <span data-mark="" className="font-normal text-ink-3">
              {' '}
              {optional}
            </span>
          )}
        </legend>
        {hint && (
          <p id={`${id}-hint`} className="mb-1.5 text-13 text-ink-2">
            {hint}
          </p>
        )}
        {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
        {children}
      </fieldset>
    </div>
  )
}
