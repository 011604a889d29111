import type { ComponentProps, ReactNode } from 'react'
import { FieldError, FieldSet, type FieldText, fieldWiring } from './field'

const box = 'mt-0.5 size-[18px] flex-none accent-accent-fill max-desk:size-[22px] max-desk:mt-0'

export function Checkbox({
  label,
  hint,
  error,
  name,
  id = name,
  ...rest
}: Pick<FieldText, 'label' | 'hint' | 'error'> & Omit<ComponentProps<'input'>, 'name' | 'type'> & { name: string }) {
  return (
    <div className={error ? 'border-l-4 border-overdue pl-3.5' : undefined}>
      {error && <FieldError id={`${id}-error`}>{error}</FieldError>}
      <div className="flex items-start gap-2.5 max-desk:min-h-11 max-desk:items-center">
        <input {...rest} type="checkbox" name={name} {...fieldWiring(id, { hint, error })} className={box} />
        <div>
          <label htmlFor={id} className="block">
            {label}
          </label>
          {hint && (
            <p id={`${id}-hint`} className="text-13 text-ink-2">
              {hint}
            </p>
          )}
        </div>
      </div>
    </div>
  )
}

/** Boxes that share a name; each is sent as its own value. */
export function CheckboxGroup({
  name,
  id = name,
  options,
  defaultValue = [],
  children,
  ...field
}: FieldText & {
  name: string
  id?: string
  options: { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean }[]
  defaultValue?: readonly string[]
  children?: ReactNode
}) {
  return (
    <FieldSet id={id} {...field}>
      <div className="grid gap-2">
        {options.map(({ value, label, hint, disabled }) => (
          <Checkbox
            key={value}
            id={`${id}-${value}`}
            name={name}
            value={value}
            label={label}
            hint={hint}
            disabled={disabled}
            defaultChecked={defaultValue.includes(value)}
          />
        ))}
        {children}
      </div>
    </FieldSet>
  )
}

/** Many checkboxes under heads that open; a head with a tick under it stands open. */
export function GroupedCheckboxes({
  name,
  id = name,
  groups,
  defaultValue = [],
  ...field
}: FieldText & {
  name: string
  id?: string
  groups: { label: string; options: { value: string; label: ReactNode }[] }[]
  defaultValue?: readonly string[]
}) {
  return (
    <FieldSet id={id} {...field}>
      {groups.map(({ label, options }) => (
        <details key={options[0]?.value} open={options.some(({ value }) => defaultValue.includes(value)) || undefined}>
          <summary className="min-h-8 w-fit py-1 text-accent underline underline-offset-3 max-desk:min-h-11 max-desk:py-2.5">
            {label}
          </summary>
          <div className="grid gap-2 py-1 pl-4">
            {options.map((option) => (
              <Checkbox
                key={option.value}
                id={`${id}-${option.value}`}
                name={name}
                {...option}
                defaultChecked={defaultValue.includes(option.value)}
              />
            ))}
          </div>
        </details>
      ))}
    </FieldSet>
  )
}
