'use client'

import { useEffect, useSyncExternalStore } from 'react'

const listeners = new Set<() => void>()
let skew = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The server's instant, as the browser knows it since the page was loaded. */
const serverNow = () => Date.now() + skew

function subscribe(listener: () => void) {
  listeners.add(listener)
  timer ??= setInterval(() => {
    for (const each of listeners) each()
  }, 1000)
  return () => {
    listeners.delete(listener)
    if (listeners.size === 0) {
      clearInterval(timer)
      timer = undefined
    }
  }
}

/** Text that follows the clock; renders again only when the text itself changes. */
export function useClockText(text: (now: number) => string, rendered: number) {
  return useSyncExternalStore(
    subscribe,
    () => text(serverNow()),
    () => text(rendered),
  )
}

/** Set the browser's watch by the server's, once a document. */
export function useServerWatch(now: number) {
  // biome-ignore lint/correctness/useExhaustiveDependencies: later renders of the layout carry other instants
  useEffect(() => {
    const [load] = performance.getEntriesByType('navigation')
    const read = load instanceof PerformanceNavigationTiming ? performance.timeOrigin + load.responseStart : Date.now()
    skew = now - read
  }, [])
}
