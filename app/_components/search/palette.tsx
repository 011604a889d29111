'use client'

import { clsx } from 'clsx'
import { Search } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { type KeyboardEvent, useCallback, useEffect, useRef, useState } from 'react'
import { Official } from '@/app/_ui/words'
import type { Words } from '@/lib/i18n/catalogue'
import type { Found, Hit } from './find'

type Answer = { q: string; found: Found[] | 'fault' }

/** How long a typist pauses before the server is asked: one question for a word, not one for each of its letters. */
const PAUSE = 220
const enough = (q: string) => [...q.trim()].length >= 2

/** What the server finds for what is typed; an answer that comes after its question was changed is not shown. */
function useFound(q: string) {
  const [answer, answered] = useState<Answer>()
  const known = useRef(new Map<string, Found[]>())
  useEffect(() => {
    const asked = q.trim()
    const before = known.current.get(asked)
    if (before) answered({ q: asked, found: before })
    if (!enough(asked) || before) return
    const gone = new AbortController()
    const pause = setTimeout(async () => {
      try {
        const response = await fetch(`/api/search?q=${encodeURIComponent(asked)}`, { signal: gone.signal })
        if (!response.ok) throw new Error(String(response.status))
        const found = (await response.json()) as Found[]
        known.current.set(asked, found)
        answered({ q: asked, found })
      } catch {
        if (!gone.signal.aborted) answered({ q: asked, found: 'fault' })
      }
    }, PAUSE)
    return () => {
      clearTimeout(pause)
      gone.abort()
    }
  }, [q])
  return answer
}

/** Search across all nouns from everywhere: the band's button, or Ctrl K. Without script the button leads to the page. */
export function Palette({ words: w, look }: { words: Words['search']['typing']; look: string }) {
  const router = useRouter()
  const dialog = useRef<HTMLDialogElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const [q, type] = useState('')
  const [at, moveTo] = useState(0)
  const answer = useFound(q)
  const isAnswered = answer?.q === q.trim()
  const found = answer && answer.found !== 'fault' && enough(q) ? answer.found : []
  const hits = found.flatMap((group) => group.hits)
  const open = useCallback(() => {
    if (!dialog.current?.open) dialog.current?.showModal()
    field.current?.select()
  }, [])
  useEffect(() => {
    const press = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.key.toLowerCase() !== 'k') return
      event.preventDefault()
      open()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [open])

  const go = (href: string) => {
    dialog.current?.close()
    router.push(href)
  }
  const all = `/search?q=${encodeURIComponent(q.trim())}`
  const press = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0
    if (step !== 0 && hits.length > 0) moveTo((at + step + hits.length) % hits.length)
    else if (event.key === 'Enter' && isAnswered) go(hits[at]?.href ?? all)
    // The browser's own first Escape would only empty the field.
    else if (event.key === 'Escape') dialog.current?.close()
    else return
    event.preventDefault()
  }
  const said = !enough(q)
    ? w.least
    : !isAnswered
      ? w.busy
      : answer.found === 'fault'
        ? w.fault
        : hits.length === 0
          ? w.none
          : w.found.replace('{n}', String(hits.length))
  return (
    <>
      <a
        href="/search"
        aria-haspopup="dialog"
        aria-keyshortcuts="Control+K"
        className={`${look} min-w-11 justify-center gap-1.5`}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey || event.shiftKey) return
          event.preventDefault()
          open()
        }}
      >
        <Search aria-hidden="true" size={18} strokeWidth={1.75} />
        <span className="text-13 max-wide:sr-only">{w.open}</span>
        <span aria-hidden="true" className="rounded-tag border border-bar-line px-1 text-12 max-wide:hidden">
          Ctrl K
        </span>
      </a>
      <dialog
        ref={dialog}
        aria-label={w.title}
        className="mx-auto mt-[12vh] w-160 max-w-[calc(100vw-32px)] rounded-ctl bg-surface p-0 text-ink shadow-lift backdrop:bg-bar/40"
      >
        <div className="flex items-center gap-2 border-b border-line px-4">
          <Search aria-hidden="true" size={18} strokeWidth={1.75} className="flex-none text-ink-3" />
          <input
            ref={field}
            type="search"
            role="combobox"
            aria-label={w.field}
            aria-expanded={hits.length > 0}
            aria-controls="search-found"
            aria-autocomplete="list"
            aria-activedescendant={hits[at] ? `search-hit-${at}` : undefined}
            aria-describedby="search-keys"
            autoComplete="off"
            maxLength={100}
            placeholder={w.placeholder}
            value={q}
            onChange={({ target }) => {
              type(target.value)
              moveTo(0)
            }}
            onKeyDown={press}
            className="min-h-13 flex-1 bg-transparent text-16 outline-none"
          />
        </div>
        <p role="status" className="px-4 pt-2 text-13 text-ink-2">
          {said}
        </p>
        <div id="search-found" role="listbox" aria-label={w.title} className="max-h-[52vh] overflow-y-auto px-2 pb-2">
          {found.map((group) => (
            // biome-ignore lint/a11y/useSemanticElements: the groups of a list box are no fields of a form
            <div key={group.group} role="group" aria-label={group.title}>
              <p aria-hidden="true" className="px-2 pt-2 text-13 text-ink-3">
                {group.title}
              </p>
              {group.hits.map((hit) => (
                <Option key={hit.href} hit={hit} at={hits.indexOf(hit)} isCurrent={hits[at] === hit} go={go} />
              ))}
            </div>
          ))}
        </div>
        <div className="flex flex-wrap items-center justify-between gap-2 border-t border-line px-4 py-2 text-13 text-ink-2">
          <span id="search-keys">{w.keys}</span>
          {enough(q) && (
            <a href={all} className="inline-flex min-h-6 items-center">
              {w.all}
            </a>
          )}
        </div>
      </dialog>
    </>
  )
}

function Option({ hit, at, isCurrent, go }: { hit: Hit; at: number; isCurrent: boolean; go: (href: string) => void }) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (isCurrent) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isCurrent])
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the focus and its Enter opens the chosen one
    <div
      ref={row}
      id={`search-hit-${at}`}
      role="option"
      tabIndex={-1}
      aria-selected={isCurrent}
      onClick={() => go(hit.href)}
      className={clsx('cursor-pointer rounded-ctl px-2 py-1.5', isCurrent ? 'bg-sunken' : 'hover:bg-sunken')}
    >
      <b className="font-medium">{hit.isName ? hit.title : <Official>{hit.title}</Official>}</b>
      {hit.note && <span className="block text-13 text-ink-2">{hit.note}</span>}
    </div>
  )
}
