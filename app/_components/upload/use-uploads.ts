'use client'

import { useRouter } from 'next/navigation'
import { useCallback, useEffect, useRef, useState } from 'react'

export type Upload = {
  key: string
  file: File
  state: 'queued' | 'going' | 'done' | 'failed'
  sent: number
  secondsLeft: number | null
  text: string
  id: string | null
}

const AT_ONCE = 2

/** Sends files one by one to this address, two at a time, each with its progress; what has arrived is on the page after it is read anew. */
export function useUploads(address: string, offline: string) {
  const router = useRouter()
  const [uploads, setUploads] = useState<Upload[]>([])
  const requests = useRef(new Map<string, XMLHttpRequest>())
  const change = useCallback(
    (key: string, over: Partial<Upload>) => setUploads((all) => all.map((one) => (one.key === key ? { ...one, ...over } : one))),
    [],
  )

  const send = useCallback(
    ({ key, file }: Upload) => {
      const request = new XMLHttpRequest()
      const began = performance.now()
      requests.current.set(key, request)
      const end = (over: Partial<Upload>) => {
        requests.current.delete(key)
        change(key, over)
      }
      request.upload.onprogress = ({ loaded, total }) => {
        const seconds = (performance.now() - began) / 1000
        change(key, { sent: loaded, secondsLeft: seconds > 2 && loaded > 0 ? Math.ceil(((total - loaded) * seconds) / loaded) : null })
      }
      request.onload = () => {
        const answer = request.response as { ok?: boolean; id?: string; text?: string } | null
        if (!answer?.ok) return end({ state: 'failed', text: answer?.text ?? offline })
        end({ state: 'done', id: answer.id ?? null, sent: file.size })
        router.refresh()
      }
      request.onerror = () => end({ state: 'failed', text: offline })
      request.open('PUT', `${address}?${new URLSearchParams({ name: file.name })}`)
      request.responseType = 'json'
      request.send(file)
    },
    [address, offline, change, router],
  )

  useEffect(() => {
    const free = AT_ONCE - uploads.filter(({ state }) => state === 'going').length
    const next = uploads.filter(({ state }) => state === 'queued').slice(0, Math.max(0, free))
    for (const upload of next) {
      change(upload.key, { state: 'going', sent: 0 })
      send(upload)
    }
  }, [uploads, send, change])

  const busy = uploads.some(({ state }) => state === 'going' || state === 'queued')
  useEffect(() => {
    if (!busy) return
    const warn = (event: BeforeUnloadEvent) => event.preventDefault()
    window.addEventListener('beforeunload', warn)
    return () => window.removeEventListener('beforeunload', warn)
  }, [busy])

  const add = (files: Iterable<File>) =>
    setUploads((all) => [
      ...all,
      ...[...files].map(
        (file): Upload => ({ key: crypto.randomUUID(), file, state: 'queued', sent: 0, secondsLeft: null, text: '', id: null }),
      ),
    ])
  const retry = (key: string) => change(key, { state: 'queued', text: '' })
  const drop = (key: string) => {
    requests.current.get(key)?.abort()
    requests.current.delete(key)
    setUploads((all) => all.filter((one) => one.key !== key))
  }
  return { uploads, add, retry, drop, busy }
}
