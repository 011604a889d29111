import clsx from 'clsx'
import type { ComponentProps } from 'react'
import { controlClass, Field, type FieldText, fieldWiring } from './field'

type InputProps = FieldText & Omit<ComponentProps<'input'>, 'name' | 'className'> & { name: string; className?: string }

export function Input({ label, hint, optional, error, hideLabel, className, name, id = name, ...rest }: InputProps) {
  return (
    <Field {...{ id, label, hint, optional, error, hideLabel, className }}>
      <input type="text" autoComplete="off" {...rest} name={name} {...fieldWiring(id, { hint, error })} className={controlClass} />
    </Field>
  )
}

/** A date, or a date with its time, in Beijing time; the browser's own picker. */
export function DateTime({ withTime = true, className, ...rest }: InputProps & { withTime?: boolean }) {
  return <Input {...rest} type={withTime ? 'datetime-local' : 'date'} className={clsx('max-w-64', className)} />
}
