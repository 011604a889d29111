'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { Button } from './button'

const boxesOf = (form: string) => [...document.querySelectorAll<HTMLInputElement>(`input[type=checkbox][form="${form}"][name]`)]
const box = 'size-[18px] flex-none align-middle accent-accent-fill max-desk:size-[22px]'

/** The box of a row, sent with the form that does one act on many. */
export const RowBox = ({ form, name, value, label }: { form: string; name: string; value: string; label: string }) => (
  <input type="checkbox" form={form} name={name} value={value} aria-label={label} className={box} />
)

/** All boxes of the page at once; it needs script, and stands only where there is some. */
export function SelectAll({ form, label }: { form: string; label: string }) {
  const [chosen, all] = useChosen(form)
  if (all === 0) return null
  return (
    <input
      type="checkbox"
      aria-label={label}
      className={box}
      checked={chosen === all}
      ref={(node) => {
        if (node) node.indeterminate = chosen > 0 && chosen < all
      }}
      onChange={({ target }) => {
        for (const one of boxesOf(form)) one.checked = target.checked
        document.dispatchEvent(new Event('change'))
      }}
    />
  )
}

/** How many boxes are ticked, and how many there are; none without script. */
function useChosen(form: string): [chosen: number, all: number] {
  const [counts, setCounts] = useState<[number, number]>([0, 0])
  useEffect(() => {
    const count = () => {
      const boxes = boxesOf(form)
      setCounts([boxes.filter(({ checked }) => checked).length, boxes.length])
    }
    count()
    document.addEventListener('change', count)
    return () => document.removeEventListener('change', count)
  }, [form])
  return counts
}

/** The act on what is ticked: it leads to a page that says what will happen first. `said` has {count}. */
export function Selection({
  form,
  action,
  label,
  said,
  hint,
}: {
  form: string
  action: string
  label: ReactNode
  said: string
  hint: ReactNode
}) {
  const [chosen] = useChosen(form)
  return (
    <form id={form} action={action} data-screen="" className="flex flex-wrap items-center gap-x-3 gap-y-1 pb-3">
      <Button type="submit">{label}</Button>
      <span role="status" className="text-13 text-ink-2">
        {chosen > 0 ? said.replace('{count}', String(chosen)) : hint}
      </span>
    </form>
  )
}
