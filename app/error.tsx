'use client'

import { useFaultWords } from './_components/shell/fault-words'
import { Button } from './_ui/button'
import { Note } from './_ui/note'

export default function ErrorPage({ error, reset }: { error: Error & { digest?: string }; reset: () => void }) {
  const words = useFaultWords()
  return (
    <div className="mx-auto max-w-prose px-4 py-12">
      <h1 className="mb-3">{words.title}</h1>
      <Note tone="overdue" live title={words.text}>
        {error.digest && <p className="text-13">{words.reference.replace('{digest}', error.digest)}</p>}
      </Note>
      <p className="mt-4">
        <Button look="filled" onClick={reset}>
          {words.retry}
        </Button>
      </p>
    </div>
  )
}
