'use client'

import clsx from 'clsx'
import { type ComponentProps, useState } from 'react'
import { controlClass, Field, type FieldText, fieldWiring } from './field'

/** Longer text with its count. Text over the limit stays as typed and is marked, never cut. */
export function Textarea({
  label,
  hint,
  optional,
  error,
  hideLabel,
  className,
  name,
  id = name,
  limit,
  defaultValue = '',
  onChange,
  rows = 3,
  ...rest
}: FieldText &
  Omit<ComponentProps<'textarea'>, 'name' | 'maxLength' | 'defaultValue'> & { name: string; limit?: number; defaultValue?: string }) {
  const [count, setCount] = useState(defaultValue.length)
  const over = limit !== undefined && count > limit
  return (
    <Field {...{ id, label, hint, optional, error, hideLabel, className }}>
      <textarea
        {...rest}
        rows={rows}
        name={name}
        defaultValue={defaultValue}
        {...fieldWiring(id, { hint, error })}
        onChange={(event) => {
          setCount(event.target.value.length)
          onChange?.(event)
        }}
        className={clsx(controlClass, 'resize-y')}
      />
      {limit !== undefined && (
        <p className={clsx('mt-0.5 text-right text-13', over ? 'font-bold text-overdue' : 'text-ink-3', 'noscript:hidden')}>
          {count} / {limit}
        </p>
      )}
    </Field>
  )
}
