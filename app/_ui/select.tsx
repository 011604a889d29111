import clsx from 'clsx'
import { ChevronDown } from 'lucide-react'
import type { ComponentProps } from 'react'
import { controlClass, Field, type FieldText, fieldWiring } from './field'

export type Option = { value: string; label: string; disabled?: boolean }

export function Select({
  label,
  hint,
  optional,
  error,
  hideLabel,
  className,
  name,
  id = name,
  options,
  groups,
  empty,
  defaultValue,
  ...rest
}: FieldText &
  Omit<ComponentProps<'select'>, 'name' | 'children'> & {
    name: string
    options?: Option[]
    groups?: { label: string; options: Option[] }[]
    /** the first line, with no value */
    empty?: string
  }) {
  return (
    <Field {...{ id, label, hint, optional, error, hideLabel, className }}>
      <div className="relative">
        {/* A form's reset after an action would fall back to the first default: the key makes the new one count. */}
        <select
          key={String(defaultValue)}
          {...rest}
          name={name}
          defaultValue={defaultValue}
          {...fieldWiring(id, { hint, error })}
          className={clsx(controlClass, 'appearance-none pr-8')}
        >
          {empty !== undefined && <option value="">{empty}</option>}
          {options?.map((option) => (
            <Choice key={option.value} {...option} />
          ))}
          {groups?.map((group) => (
            <optgroup key={group.options[0]?.value} label={group.label}>
              {group.options.map((option) => (
                <Choice key={option.value} {...option} />
              ))}
            </optgroup>
          ))}
        </select>
        <ChevronDown
          aria-hidden="true"
          size={16}
          strokeWidth={1.75}
          className="pointer-events-none absolute top-1/2 right-2.5 -translate-y-1/2 text-ink-2"
        />
      </div>
    </Field>
  )
}

function Choice({ value, label, disabled }: Option) {
  return (
    <option value={value} disabled={disabled}>
      {label}
    </option>
  )
}
