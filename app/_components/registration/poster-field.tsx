'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useState } from 'react'
import { buttonClass } from '@/app/_ui/button'
import { FieldError } from '@/app/_ui/field'

type PosterWords = { title: string; optional: string; hint: string; choose: string; send: string; sending: string; offline: string }

/** The poster of a draft: sent as soon as it is chosen where there is script, by its button where there is none. */
export function PosterField({ id, words, preview, refused }: { id: string; words: PosterWords; preview: ReactNode; refused?: string }) {
  const router = useRouter()
  const [state, setState] = useState<{ sending: boolean; error?: string }>({ sending: false, error: refused })
  const send = async (file: File) => {
    setState({ sending: true })
    const answer = await fetch(`/api/poster/${id}`, { method: 'PUT', body: file }).then(
      (response) => response.json() as Promise<{ ok: boolean; text?: string }>,
      () => ({ ok: false, text: words.offline }),
    )
    setState({ sending: false, error: answer.ok ? undefined : answer.text })
    if (answer.ok) router.refresh()
  }
  return (
    <form id="poster" action={`/api/poster/${id}`} method="post" encType="multipart/form-data" className="grid gap-2">
      <h2 className="text-14! font-bold">
        {words.title} <span className="font-normal text-ink-3">{words.optional}</span>
      </h2>
      {preview}
      <p id="poster-hint" className="text-13 text-ink-2">
        {words.hint}
      </p>
      {state.error && <FieldError id="poster-error">{state.error}</FieldError>}
      <label
        data-button=""
        className={`${buttonClass({ size: 'small' })} w-fit cursor-pointer focus-within:outline-2 focus-within:outline-offset-2 focus-within:outline-focus noscript:border-0 noscript:p-0`}
      >
        <span className="noscript:hidden">{words.choose}</span>
        <input
          id="poster-file"
          name="poster"
          type="file"
          accept="image/png,image/jpeg,image/webp"
          aria-label={words.title}
          aria-describedby={state.error ? 'poster-hint poster-error' : 'poster-hint'}
          aria-invalid={state.error ? true : undefined}
          onChange={({ target }) => target.files?.[0] && void send(target.files[0])}
          className="sr-only noscript:not-sr-only"
        />
      </label>
      <button type="submit" data-button="" className={`${buttonClass({ size: 'small' })} w-fit [@media(scripting:enabled)]:hidden`}>
        {words.send}
      </button>
      <p role="status" className="text-13 text-ink-2">
        {state.sending ? words.sending : ''}
      </p>
    </form>
  )
}
