import { X } from 'lucide-react'
import type { ReactNode } from 'react'

/** A sheet from the side, on the browser's own popover: Escape, a press outside and focus are its work, without script. Open it with `popoverTarget={id}`. */
export function Sheet({ id, label, close, children }: { id: string; label: string; close: string; children: ReactNode }) {
  return (
    <div
      id={id}
      popover="auto"
      role="dialog"
      aria-label={label}
      className="fixed inset-y-0 right-0 left-auto m-0 h-dvh w-80 max-w-[calc(100vw-48px)] overflow-y-auto bg-surface text-ink shadow-lift backdrop:bg-bar/40"
    >
      <div className="flex justify-end p-1">
        <button
          type="button"
          popoverTarget={id}
          popoverTargetAction="hide"
          aria-label={close}
          className="grid size-11 place-items-center rounded-ctl hover:bg-sunken"
        >
          <X aria-hidden="true" size={18} strokeWidth={1.75} />
        </button>
      </div>
      {children}
    </div>
  )
}
