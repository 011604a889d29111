import { Download } from 'lucide-react'
import { buttonClass } from './button'

/** The list as a file, equal to the screen. A plain link: the browser saves it. */
export function CsvLink({ href, label }: { href: string; label: string }) {
  return (
    <a href={href} download data-button="" className={buttonClass({ look: 'quiet' })}>
      <Download aria-hidden="true" size={16} strokeWidth={1.75} />
      {label}
    </a>
  )
}
