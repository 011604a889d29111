import { Download } from 'lucide-react'
import { buttonClass } from './button'

/** A plain link to a file: the browser saves it. */
export function FileLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} download data-button="" className={buttonClass({ look: 'quiet' })}>
      <Download aria-hidden="true" size={16} strokeWidth={1.75} />
      {label}
    </a>
  )
}
