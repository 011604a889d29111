'use client'

import { Button } from './button'

/** Opens the browser's own printing; nothing without script, where the browser's menu does the same. */
export function PrintButton({ label }: { label: string }) {
  return (
    <span className="noscript:hidden" data-screen="">
      <Button look="link" size="small" onClick={() => window.print()}>
        {label}
      </Button>
    </span>
  )
}
