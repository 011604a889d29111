import type { ReactNode } from 'react'

/** Facts and history left; the steps right, staying in view. On narrow screens the steps follow `lead`. */
export function CaseLayout({ lead, aside, children }: { lead?: ReactNode; aside: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid items-start gap-x-9 print:block wide:grid-cols-[minmax(0,1fr)_340px] wide:grid-rows-[auto_1fr]">
      {lead && <div className="mb-6 min-w-0 wide:col-start-1 wide:mb-8">{lead}</div>}
      <div
        data-screen=""
        className="grid min-w-0 gap-4 max-wide:mb-6 wide:sticky wide:top-4 wide:col-start-2 wide:row-span-2 wide:row-start-1"
      >
        {aside}
      </div>
      {children && <div className="min-w-0 wide:col-start-1">{children}</div>}
    </div>
  )
}

/** The box around what asks for an act. */
export function StepPanel({ id = 'steps', title, sub, children }: { id?: string; title: ReactNode; sub?: ReactNode; children: ReactNode }) {
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      className="scroll-mt-4 rounded-b-ctl border border-t-[3px] border-accent-line border-t-accent bg-surface"
    >
      <div className="border-b border-accent-line bg-accent-tint px-4 py-3">
        <h2 id={`${id}-title`}>{title}</h2>
        {sub && <p className="text-13">{sub}</p>}
      </div>
      <div className="divide-y divide-line">{children}</div>
    </section>
  )
}

export function StepSection({ title, hint, children }: { title?: ReactNode; hint?: ReactNode; children?: ReactNode }) {
  return (
    <div className="grid gap-3 px-4 py-3.5">
      {(title || hint) && (
        <div>
          {title && <h3>{title}</h3>}
          {hint && <p className="text-13 text-ink-2">{hint}</p>}
        </div>
      )}
      {children}
    </div>
  )
}

/** What happens at once, as a list. */
export function Consequences({ items }: { items: ReactNode[] }) {
  return (
    <ul className="grid list-disc gap-1 pl-4 text-13 marker:text-ink-3">
      {items.map((item, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a fixed list without identity
        <li key={index}>{item}</li>
      ))}
    </ul>
  )
}

/** Beside the panel: steps that are not yours, why, and who can. */
export function QuietPanel({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="rounded-ctl border border-line px-4 py-3">
      <h2 className="mb-1 text-14">{title}</h2>
      <div className="text-13 text-ink-2">{children}</div>
    </section>
  )
}
