import { X } from 'lucide-react'
import type { ReactNode } from 'react'

/** A chosen thing; with `remove` it is taken away by a submit button that carries `name` and `value`. */
export function Chip({
  children,
  remove,
}: {
  children: ReactNode
  remove?: { label: string; name?: string; value?: string; onClick?: () => void }
}) {
  return (
    <span className="inline-flex min-h-7 items-center gap-1.5 rounded-tag border border-accent-line bg-accent-tint pr-1 pl-2.5">
      {children}
      {remove && (
        <button
          type={remove.onClick ? 'button' : 'submit'}
          name={remove.name}
          value={remove.value}
          onClick={remove.onClick}
          aria-label={remove.label}
          className="grid size-6 place-items-center rounded-ctl text-ink-2 hover:bg-sunken max-desk:size-11"
        >
          <X aria-hidden="true" size={14} strokeWidth={1.75} />
        </button>
      )}
    </span>
  )
}
