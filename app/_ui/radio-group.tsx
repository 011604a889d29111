import clsx from 'clsx'
import type { ReactNode } from 'react'
import { FieldSet, type FieldText } from './field'

export type Choice = {
  value: string
  label: ReactNode
  hint?: ReactNode
  /** at the end of the line, as 重于指引 */
  aside?: ReactNode
  disabled?: boolean
  /** fields that belong to this answer, shown while it is chosen */
  more?: ReactNode
}

/** One answer of several: a ruled list, or a short line when `inline`. */
export function RadioGroup({
  name,
  id = name,
  options,
  defaultValue,
  inline,
  required,
  onChange,
  ...field
}: FieldText & {
  name: string
  id?: string
  options: Choice[]
  defaultValue?: string
  inline?: boolean
  required?: boolean
  onChange?: (value: string) => void
}) {
  return (
    <FieldSet id={id} radio {...field}>
      <div className={inline ? 'flex flex-wrap gap-x-5 gap-y-1' : 'border-t border-line'}>
        {options.map(({ value, label, hint, aside, disabled, more }) => (
          <div key={value} className={clsx('choice', !inline && 'border-b border-line py-2.5 max-desk:py-0.5')}>
            <label
              className={clsx('flex items-center gap-2.5 max-desk:min-h-11', inline ? 'min-h-7 has-checked:font-bold' : 'font-medium')}
            >
              <input
                type="radio"
                name={name}
                value={value}
                defaultChecked={value === defaultValue}
                disabled={disabled}
                required={required}
                onChange={onChange && (() => onChange(value))}
                aria-describedby={hint ? `${id}-${value}-hint` : undefined}
                className="size-[18px] flex-none accent-accent-fill"
              />
              <span className="flex-1">{label}</span>
              {aside && <span className="text-13 font-normal text-ink-2">{aside}</span>}
            </label>
            {hint && (
              <p id={`${id}-${value}-hint`} className="pl-7 text-13 text-ink-2">
                {hint}
              </p>
            )}
            {more && <div className="choice-more pt-1 pb-1 pl-7 max-desk:pl-0">{more}</div>}
          </div>
        ))}
      </div>
    </FieldSet>
  )
}
