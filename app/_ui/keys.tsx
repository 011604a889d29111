'use client'

import { useRouter } from 'next/navigation'
import { type ReactNode, useEffect, useRef } from 'react'
import { Button } from './button'

export type KeyWords = {
  title: string
  close: string
  turnOff: string
  next: string
  previous: string
  open: string
  select: string
  search: string
  queue: string
  help: string
}

const inField = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.isContentEditable || target.matches('input:not([type=checkbox], [type=radio], [type=button], [type=submit]), textarea, select'))

function moveRow(step: 1 | -1) {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-row]')]
  if (rows.length === 0) return
  const focused = rows.findIndex((row) => row.contains(document.activeElement))
  const current = focused >= 0 ? focused : rows.findIndex((row) => row.hasAttribute('data-current')) - (step === 1 ? 1 : 0)
  const row = rows[Math.min(rows.length - 1, Math.max(0, current + step))]
  for (const each of rows) each.toggleAttribute('data-current', each === row)
  row?.querySelector<HTMLElement>('[data-row-link], a, button')?.focus()
}

/** The keys of the whole portal; silent in fields and while a dialog is open. `off` is the form that turns them off. */
export function Keys({ queue, words, off }: { queue: string; words: KeyWords; off: ReactNode }) {
  const router = useRouter()
  const help = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    let afterG = 0
    const press = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.ctrlKey ||
        event.metaKey ||
        event.altKey ||
        inField(event.target) ||
        document.querySelector('dialog[open], [role=alertdialog]')
      )
        return
      const waited = event.timeStamp - afterG < 1500
      afterG = event.key === 'g' ? event.timeStamp : 0
      const row = document.querySelector<HTMLElement>('[data-row][data-current]')
      if (event.key === 'j') moveRow(1)
      else if (event.key === 'k') moveRow(-1)
      else if (event.key === 'x') row?.querySelector<HTMLInputElement>('input[type=checkbox]')?.click()
      else if (event.key === 'Enter' && document.activeElement === document.body)
        row?.querySelector<HTMLElement>('[data-row-link]')?.click()
      else if (event.key === '/') document.querySelector<HTMLElement>('[data-search]')?.focus()
      else if (event.key === 'q' && waited) router.push(queue)
      else if (event.key === '?') help.current?.showModal()
      else return
      if (event.key !== 'Enter') event.preventDefault()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [queue, router])
  const rows: [string[], string][] = [
    [['j'], words.next],
    [['k'], words.previous],
    [['Enter'], words.open],
    [['x'], words.select],
    [['/'], words.search],
    [['g', 'q'], words.queue],
    [['?'], words.help],
  ]
  return (
    <dialog
      ref={help}
      aria-labelledby="keys-title"
      className="m-auto w-105 max-w-[calc(100vw-32px)] rounded-ctl bg-surface p-6 text-ink shadow-lift backdrop:bg-bar/40"
    >
      <h2 id="keys-title">{words.title}</h2>
      <dl className="my-3 border-y border-line">
        {rows.map(([keys, text]) => (
          <div key={text} className="grid grid-cols-[96px_1fr] items-center border-b border-line py-1.5 last:border-0">
            <dt className="flex gap-1">
              {keys.map((key) => (
                <Key key={key}>{key}</Key>
              ))}
            </dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <div className="flex flex-wrap items-center justify-between gap-3">
        {off}
        <Button onClick={() => help.current?.close()}>{words.close}</Button>
      </div>
    </dialog>
  )
}

export function Key({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-block min-w-5 rounded-tag border border-line bg-surface px-1 text-center font-sans text-12 font-medium text-ink-2">
      {children}
    </kbd>
  )
}
