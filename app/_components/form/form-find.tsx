'use client'

import { Button } from '@/app/_ui/button'
import { Zh } from '@/app/_ui/words'
import { useFound } from './action-form'
import { FormCheckboxGroup, FormInput } from './fields'

/** A search inside a form: what is found joins the boxes of that name, and all that was filled in stays. */
export function FormFind({
  name,
  label,
  hint,
  act,
  legend,
  known,
}: {
  /** Of the boxes that what is found is ticked among. */
  name: string
  label: string
  hint: string
  act: string
  legend: string
  /** Offered by the page already. */
  known: string[]
}) {
  const found = useFound()
  const more = found?.choices.filter(({ value }) => !known.includes(value)) ?? []
  return (
    <div className="grid gap-2" data-screen="">
      <FormInput name="find" label={label} hint={hint} maxLength={100} />
      <Button type="submit" name="look" value="on" className="w-fit">
        {act}
      </Button>
      {found && (
        <p role="status" className="text-13 text-ink-2">
          {found.said}
        </p>
      )}
      {more.length > 0 && (
        <FormCheckboxGroup
          name={name}
          label={legend}
          options={more.map(({ value, title, hint: said, disabled }) => ({ value, label: <Zh>{title}</Zh>, hint: said, disabled }))}
        />
      )}
    </div>
  )
}
