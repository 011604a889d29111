'use client'

import { useRouter } from 'next/navigation'
import { type FormEvent, type ReactNode, useTransition } from 'react'

/** Stores one preference. With script the page is shown anew where it stands, so that what is typed on it stays; without, it is loaded anew. */
export function PreferenceForm({ className, children }: { className?: string; children: ReactNode }) {
  const router = useRouter()
  const [storing, start] = useTransition()
  const store = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const form = event.currentTarget
    const body = new FormData(form, (event.nativeEvent as SubmitEvent).submitter)
    form.closest('details')?.removeAttribute('open')
    if (storing) return
    start(async () => {
      // Where the portal cannot be reached nothing is changed and nothing lost.
      const answer = await fetch(form.action, { method: 'POST', body, redirect: 'manual' }).catch(() => undefined)
      if (answer) router.refresh()
    })
  }
  return (
    <form method="post" action="/api/preference" className={className} onSubmit={store}>
      {children}
    </form>
  )
}
