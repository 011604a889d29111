'use client'

import { type ReactNode, useState } from 'react'
import { useAnswer } from '@/app/_components/form/action-form'
import { Button } from '@/app/_ui/button'
import { controlClass, Field, fieldWiring } from '@/app/_ui/field'

/** A password that can be looked at while it is typed; it is never given back. */
export function PasswordField({
  name = 'password',
  label,
  hint,
  autoComplete,
  words,
}: {
  name?: string
  label: string
  hint?: ReactNode
  autoComplete: 'current-password' | 'new-password'
  words: { show: string; hide: string }
}) {
  const { id, error, turn } = useAnswer(name)
  const [seen, setSeen] = useState(false)
  return (
    <Field id={id} label={label} hint={hint} error={error}>
      <div className="flex gap-2">
        <input
          key={turn}
          type={seen ? 'text' : 'password'}
          name={name}
          autoComplete={autoComplete}
          spellCheck={false}
          autoCapitalize="none"
          {...fieldWiring(id, { hint, error })}
          className={controlClass}
        />
        <Button aria-pressed={seen} aria-controls={id} onClick={() => setSeen(!seen)} className="whitespace-nowrap noscript:hidden">
          {seen ? words.hide : words.show}
        </Button>
      </div>
    </Field>
  )
}
