'use client'

import type { ReactNode } from 'react'
import { useAnswer } from '@/app/_components/form/action-form'
import { FormInput, FormRadioGroup, FormTextarea } from '@/app/_components/form/fields'
import { FieldSet } from '@/app/_ui/field'
import { RungAside } from './decision'

export type RungOption = {
  code: string
  name: string
  /** How it stands to the guide where nothing of it is chosen yet. */
  aside: string
  /** Stands already for this report and account. */
  taken: boolean
  ticked: boolean
  hint?: string
} & (
  | { takes: 'nothing' }
  | { takes: 'hours'; label: string; hoursHint: string; preset: string; asks: string; asksHint: string }
  | { takes: 'days'; label: string; preset: string; days: { value: string; label: string; mark?: string }[] }
)

/** The rungs that apply to the target, each with its hours or days, shown while it is ticked. */
export function MeasureFields({ label, hint, options }: { label: ReactNode; hint: string; options: RungOption[] }) {
  const { id, error, sent, answered, turn } = useAnswer('rungs')
  const typed = [sent ?? []].flat()
  return (
    <FieldSet id={id} label={label} hint={hint} error={error}>
      <div key={turn} className="border-t border-line">
        {options.map((option) => (
          <div key={option.code} className="choice border-b border-line py-2.5 max-desk:py-0.5">
            <label className="flex items-center gap-2.5 font-medium max-desk:min-h-11">
              <input
                type="checkbox"
                name="rungs"
                value={option.code}
                defaultChecked={answered ? typed.includes(option.code) : option.ticked}
                disabled={option.taken}
                aria-describedby={option.hint ? `${id}-${option.code}-hint` : undefined}
                className="size-[18px] flex-none accent-accent-fill"
              />
              <span className="flex-1">{option.name}</span>
              <span className="text-13 font-normal text-ink-2">
                {option.taken ? option.aside : <RungAside rung={option.code} plain={option.aside} />}
              </span>
            </label>
            {option.hint && (
              <p id={`${id}-${option.code}-hint`} className="pl-7 text-13 text-ink-2">
                {option.hint}
              </p>
            )}
            {option.takes === 'hours' && (
              <div className="choice-more pt-1 pb-1 pl-7 max-desk:pl-0">
                <FormInput
                  name={`parameters.${option.code}`}
                  label={option.label}
                  hint={option.hoursHint}
                  defaultValue={option.preset}
                  inputMode="numeric"
                  className="max-w-40"
                />
                <FormTextarea name="asks" label={option.asks} hint={option.asksHint} limit={500} rows={2} className="mt-2" />
              </div>
            )}
            {option.takes === 'days' && (
              <div className="choice-more pt-1 pb-1 pl-7 max-desk:pl-0">
                <FormRadioGroup
                  name={`parameters.${option.code}`}
                  label={option.label}
                  hideLabel
                  inline
                  defaultValue={option.preset}
                  options={option.days.map(({ value, label: said, mark }) => ({
                    value,
                    label: said,
                    aside: mark,
                  }))}
                />
              </div>
            )}
          </div>
        ))}
      </div>
    </FieldSet>
  )
}
