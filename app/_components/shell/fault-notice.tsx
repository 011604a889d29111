'use client'

import { Button } from '@/app/_ui/button'
import { Note } from '@/app/_ui/note'
import { useFaultWords } from './fault-words'

export type Fault = { error: Error & { digest?: string }; reset: () => void }

/** A page that failed to render: a reference number for whoever looks into it, and a second try. */
export function FaultNotice({ error, reset }: Fault) {
  const words = useFaultWords()
  return (
    <div className="max-w-prose">
      <h1 className="mb-3">{words.title}</h1>
      <Note tone="overdue" live title={words.text}>
        {error.digest && <p className="text-13">{words.reference.replace('{digest}', error.digest)}</p>}
      </Note>
      <p className="mt-4">
        <Button look="filled" size="main" onClick={reset}>
          {words.retry}
        </Button>
      </p>
    </div>
  )
}
