'use client'

import { useRef, useState } from 'react'
import { Button } from './button'
import { controlClass } from './field'

/** A value to take away, as a one-time link. It can be selected by hand where copying is not possible. */
export function CopyField({ label, value, copy, copied }: { label: string; value: string; copy: string; copied: string }) {
  const input = useRef<HTMLInputElement>(null)
  const [done, setDone] = useState(false)
  return (
    <div className="mt-2 flex gap-2">
      <input
        ref={input}
        readOnly
        aria-label={label}
        value={value}
        onFocus={(event) => event.target.select()}
        className={`${controlClass} official min-w-0 bg-surface!`}
      />
      <Button
        className="whitespace-nowrap noscript:hidden"
        onClick={() => {
          input.current?.select()
          navigator.clipboard?.writeText(value).then(
            () => setDone(true),
            () => setDone(false),
          )
        }}
      >
        {done ? copied : copy}
      </Button>
      <span role="status" className="sr-only">
        {done ? copied : ''}
      </span>
    </div>
  )
}
