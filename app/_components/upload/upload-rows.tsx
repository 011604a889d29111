'use client'

import { Upload as Arrow, RotateCw, X } from 'lucide-react'
import { type DragEvent, useRef, useState } from 'react'
import { fill } from '@/app/_components/violation/typed'
import { Button } from '@/app/_ui/button'
import { State } from '@/app/_ui/state'
import { EVIDENCE, type UploadWords } from './file-text'
import type { Upload } from './use-uploads'

/** A file that has arrived, as the page shows it. */
export type Arrived = { id: string; name: string; size: string; kind: 'image' | 'pdf' | 'film' }
const MB = 1024 * 1024
const sizeOf = (bytes: number) => (bytes >= MB ? `${(bytes / MB).toFixed(1)} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`)

function Remove({ label, onClick, name, value }: { label: string; onClick?: () => void; name?: string; value?: string }) {
  return (
    <button
      type={name ? 'submit' : 'button'}
      name={name}
      value={value}
      aria-label={label}
      onClick={(event) => {
        if (!onClick) return
        event.preventDefault()
        onClick()
      }}
      className="grid size-8 place-items-center rounded-ctl text-ink-2 hover:bg-sunken max-desk:size-11"
    >
      <X aria-hidden="true" size={16} strokeWidth={1.75} />
    </button>
  )
}

const rowClass =
  'grid grid-cols-[minmax(0,1fr)_72px_176px_32px] items-center gap-3 border-b border-line py-2 @max-[560px]:grid-cols-[minmax(0,1fr)_44px]'

export function ArrivedRow({
  file: { id, name, size, kind },
  words,
  onRemove,
}: {
  file: Arrived
  words: UploadWords
  onRemove?: (id: string) => void
}) {
  return (
    <li className={rowClass}>
      <span className="min-w-0">
        <span className="official block truncate font-medium">{name}</span>
        <span className="text-13 text-ink-3">{fill(words.checked, { kind: words.kind[kind] })}</span>
      </span>
      <span className="text-right text-13 text-ink-2 @max-[560px]:col-start-1 @max-[560px]:row-start-2 @max-[560px]:text-left">{size}</span>
      <span className="text-13 @max-[560px]:col-start-1 @max-[560px]:row-start-3">
        <State tone="done">{words.uploaded}</State>
      </span>
      <span className="@max-[560px]:col-start-2 @max-[560px]:row-span-3 @max-[560px]:row-start-1">
        <Remove label={fill(words.removeFile, { name })} name="remove" value={id} onClick={onRemove && (() => onRemove(id))} />
      </span>
    </li>
  )
}

const timeLeft = (words: UploadWords, seconds: number) =>
  fill(words.left, { time: seconds >= 60 ? fill(words.minutes, { n: Math.ceil(seconds / 60) }) : fill(words.seconds, { n: seconds }) })

export function UploadRow({
  upload: { key, file, state, sent, secondsLeft, text },
  words,
  onRetry,
  onDrop,
}: {
  upload: Upload
  words: UploadWords
  onRetry: (key: string) => void
  onDrop: (key: string) => void
}) {
  const lineOf = { queued: words.queuedLine, going: words.goOn, done: '\u00a0', failed: text }
  const percent = file.size ? Math.min(99, Math.floor((sent / file.size) * 100)) : 0
  return (
    <li className={rowClass}>
      <span className="min-w-0">
        <span className="official block truncate font-medium">{file.name}</span>
        <span className={state === 'failed' ? 'text-13 text-overdue' : 'text-13 text-ink-3'}>{lineOf[state]}</span>
      </span>
      <span className="text-right text-13 text-ink-2 @max-[560px]:col-start-1 @max-[560px]:row-start-2 @max-[560px]:text-left">
        {sizeOf(file.size)}
      </span>
      <span className="text-13 @max-[560px]:col-start-1 @max-[560px]:row-start-3">
        {state === 'queued' && <State tone="waiting">{words.queued}</State>}
        {state === 'done' && <State tone="done">{words.uploaded}</State>}
        {state === 'failed' && (
          <span className="flex flex-wrap items-center gap-2">
            <State tone="overdue">{words.failed}</State>
            <Button size="small" onClick={() => onRetry(key)}>
              <RotateCw aria-hidden="true" size={14} strokeWidth={1.75} />
              {words.retry}
            </Button>
          </span>
        )}
        {state === 'going' && (
          <>
            <State tone="progress">{fill(words.uploadingAt, { percent })}</State>
            {secondsLeft !== null && <span className="text-ink-3"> {timeLeft(words, secondsLeft)}</span>}
            <span
              role="progressbar"
              aria-label={file.name}
              aria-valuenow={percent}
              aria-valuemin={0}
              aria-valuemax={100}
              className="mt-1 block h-[3px] bg-line"
            >
              <span className="block h-full bg-accent-fill" style={{ width: `${percent}%` }} />
            </span>
          </>
        )}
      </span>
      <span className="@max-[560px]:col-start-2 @max-[560px]:row-span-3 @max-[560px]:row-start-1">
        <Remove label={fill(words.removeFile, { name: file.name })} onClick={() => onDrop(key)} />
      </span>
    </li>
  )
}

/** Where files are dropped or chosen; hidden where no script runs. */
export function DropZone({
  id = 'evidence-files',
  words,
  accept = EVIDENCE,
  onFiles,
}: {
  id?: string
  words: UploadWords
  accept?: string
  onFiles: (files: Iterable<File>) => void
}) {
  const picker = useRef<HTMLInputElement>(null)
  const [over, setOver] = useState(false)
  const take = (event: DragEvent, dropped: boolean) => {
    event.preventDefault()
    setOver(!dropped && event.type === 'dragover')
    if (dropped) onFiles(event.dataTransfer.files)
  }
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a shortcut of the button inside
    <div
      onDragOver={(event) => take(event, false)}
      onDragLeave={(event) => take(event, false)}
      onDrop={(event) => take(event, true)}
      className={`flex items-center gap-2.5 rounded-ctl border border-dashed px-4 py-3.5 noscript:hidden ${over ? 'border-accent bg-accent-tint' : 'border-control'}`}
    >
      <Arrow aria-hidden="true" size={16} strokeWidth={1.75} className="text-ink-2" />
      <span className="max-desk:hidden">{words.drop}</span>
      <Button size="small" onClick={() => picker.current?.click()}>
        {words.pick}
      </Button>
      <input
        ref={picker}
        id={id}
        type="file"
        multiple
        accept={accept}
        aria-label={words.pick}
        tabIndex={-1}
        className="sr-only"
        onChange={({ currentTarget }) => {
          onFiles([...(currentTarget.files ?? [])])
          currentTarget.value = ''
        }}
      />
    </div>
  )
}
