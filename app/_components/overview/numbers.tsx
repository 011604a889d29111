import type { ReactNode } from 'react'

/** The table behind a drawing, folded away; it opens without script. */
export const Numbers = ({ label, children }: { label: string; children: ReactNode }) => (
  <details className="mt-3">
    <summary className="inline-flex min-h-8 cursor-pointer items-center text-13 text-accent underline max-desk:min-h-11">{label}</summary>
    <div className="pt-2">{children}</div>
  </details>
)
