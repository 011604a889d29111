import type { ReactNode } from 'react'

/** A long form: one column of sections, progress at the right. */
export function FormLayout({ aside, children }: { aside?: ReactNode; children: ReactNode }) {
  return (
    <div className="grid items-start gap-x-12 wide:grid-cols-[minmax(0,1fr)_264px]">
      <div className="min-w-0">{children}</div>
      {aside && <div className="sticky top-4 grid gap-6 max-wide:static max-wide:mt-8">{aside}</div>}
    </div>
  )
}

export function FormSection({
  id,
  number,
  title,
  hint,
  children,
}: {
  id: string
  number?: number
  title: string
  hint?: ReactNode
  children: ReactNode
}) {
  return (
    <section id={id} aria-labelledby={`${id}-title`} className="grid gap-4.5 border-t-[1.5px] border-rule py-6">
      <div>
        <h2 id={`${id}-title`} className="flex items-baseline gap-2.5">
          {number !== undefined && <span className="font-normal text-ink-3">{number}</span>}
          {title}
        </h2>
        {hint && <p className="text-13 text-ink-2">{hint}</p>}
      </div>
      {children}
    </section>
  )
}

/** Two fields side by side where there is room. */
export function FormRow({ children }: { children: ReactNode }) {
  return <div className="grid items-end gap-4 desk:grid-cols-2">{children}</div>
}

/** The foot of a form: the act, then lesser acts and what they do. */
export function FormActs({ children }: { children: ReactNode }) {
  return <div className="flex flex-wrap items-center gap-3 border-t-[1.5px] border-rule pt-6">{children}</div>
}

/** The sections and how far each has come. */
export function FormProgress({ title, items }: { title: string; items: { href: string; label: string; state: ReactNode }[] }) {
  return (
    <nav aria-label={title}>
      <h2 className="text-14! font-bold">{title}</h2>
      <ol className="mt-1.5 border-t border-line">
        {items.map((item, index) => (
          <li key={item.href} className="flex justify-between gap-2 border-b border-line py-1.5 text-13">
            <span className="flex gap-2.5">
              <span className="text-ink-3">{index + 1}</span>
              <a href={item.href}>{item.label}</a>
            </span>
            {item.state}
          </li>
        ))}
      </ol>
    </nav>
  )
}
