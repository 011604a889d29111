'use client'

import type { ComponentProps } from 'react'
import { Checkbox, CheckboxGroup, GroupedCheckboxes } from '@/app/_ui/checkbox'
import { DateTime, Input } from '@/app/_ui/input'
import { RadioGroup } from '@/app/_ui/radio-group'
import { Select } from '@/app/_ui/select'
import { Textarea } from '@/app/_ui/textarea'
import { useAnswer } from './action-form'

const one = (sent: string | string[] | undefined) => (Array.isArray(sent) ? sent[0] : sent)
const text = (value: unknown) => (value === undefined || value === null ? undefined : String(value))

/** The kit's fields, inside an ActionForm: each carries its own error and gives back what was typed. */
export function FormInput(props: ComponentProps<typeof Input>) {
  const { id, error, sent, turn } = useAnswer(props.name)
  return <Input key={turn} {...props} id={id} error={error} defaultValue={one(sent) ?? text(props.defaultValue)} />
}

export function FormDateTime(props: ComponentProps<typeof DateTime>) {
  const { id, error, sent, turn } = useAnswer(props.name)
  return <DateTime key={turn} {...props} id={id} error={error} defaultValue={one(sent) ?? text(props.defaultValue)} />
}

export function FormTextarea(props: ComponentProps<typeof Textarea>) {
  const { id, error, sent, turn } = useAnswer(props.name)
  return <Textarea key={turn} {...props} id={id} error={error} defaultValue={one(sent) ?? props.defaultValue} />
}

export function FormSelect(props: ComponentProps<typeof Select>) {
  const { id, error, sent, turn } = useAnswer(props.name)
  return <Select key={turn} {...props} id={id} error={error} defaultValue={one(sent) ?? text(props.defaultValue)} />
}

export function FormCheckbox(props: ComponentProps<typeof Checkbox> & { name: string }) {
  const { id, error, sent, answered, turn } = useAnswer(props.name)
  const value = text(props.value) ?? 'on'
  return (
    <Checkbox
      key={turn}
      {...props}
      id={props.id ?? id}
      error={error}
      defaultChecked={answered ? [sent].flat().includes(value) : props.defaultChecked}
    />
  )
}

export function FormRadioGroup(props: ComponentProps<typeof RadioGroup>) {
  const { id, error, sent, turn } = useAnswer(props.name)
  return <RadioGroup key={turn} {...props} id={id} error={error} defaultValue={one(sent) ?? text(props.defaultValue)} />
}

export function FormCheckboxGroup(props: ComponentProps<typeof CheckboxGroup>) {
  const { id, error, sent, answered, turn } = useAnswer(props.name)
  const ticked = answered ? [sent ?? []].flat() : props.defaultValue
  return <CheckboxGroup key={turn} {...props} id={id} error={error} defaultValue={ticked} />
}

export function FormGroupedCheckboxes(props: ComponentProps<typeof GroupedCheckboxes>) {
  const { id, error, sent, answered, turn } = useAnswer(props.name)
  const ticked = answered ? [sent ?? []].flat() : props.defaultValue
  return <GroupedCheckboxes key={turn} {...props} id={id} error={error} defaultValue={ticked} />
}
