'use client'

import { Eye, EyeOff } from 'lucide-react'
import { useState } from 'react'
import { Button, buttonClass } from '@/app/_ui/button'

export type Shown = { id: string; name: string; line: string; kind: 'image' | 'pdf' | 'film'; address: string }
export type ShownWords = { open: string; close: string; save: string; opensNote: string; inWindow: string; files: string }

function Seen({ file: { name, kind, address } }: { file: Shown }) {
  if (kind === 'film')
    return (
      // biome-ignore lint/a11y/useMediaCaption: evidence is shown as it was taken
      <video src={address} controls preload="metadata" aria-label={name} className="max-h-120 w-full rounded-ctl bg-bar" />
    )
  // biome-ignore lint/performance/noImgElement: evidence is never resized or kept by an image server
  return <img src={address} alt={name} className="max-h-200 max-w-full rounded-ctl border border-line" />
}

function Line({ file, words }: { file: Shown; words: ShownWords }) {
  const [open, setOpen] = useState(false)
  const { address } = file
  return (
    <li className="border-b border-line py-2.5">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5">
        <span className="min-w-0 flex-1">
          <span className="official block font-medium break-all">{file.name}</span>
          <span className="text-13 text-ink-2">{file.line}</span>
        </span>
        {file.kind === 'pdf' ? (
          <a href={address} download data-button="" className={buttonClass({ look: 'outline', size: 'small' })}>
            {words.save}
          </a>
        ) : (
          <>
            <span className="noscript:hidden">
              <Button
                size="small"
                aria-expanded={open}
                aria-label={`${open ? words.close : words.open} ${file.name}`}
                onClick={() => setOpen(!open)}
              >
                {open ? (
                  <EyeOff aria-hidden="true" size={14} strokeWidth={1.75} />
                ) : (
                  <Eye aria-hidden="true" size={14} strokeWidth={1.75} />
                )}
                {open ? words.close : words.open}
              </Button>
            </span>
            <a href={address} className="hidden noscript:inline">
              {words.inWindow}
            </a>
          </>
        )}
      </div>
      {file.kind !== 'pdf' && (
        <div className="mt-2 noscript:hidden">
          {open ? (
            <Seen file={file} />
          ) : (
            <button
              type="button"
              onClick={() => setOpen(true)}
              className="grid h-24 w-full max-w-110 place-items-center rounded-ctl border border-line bg-sunken text-13 text-ink-2"
            >
              <span>
                {words.opensNote}
                <span className="sr-only"> {file.name}</span>
              </span>
            </button>
          )}
        </div>
      )}
    </li>
  )
}

/** Kept files: nothing of them is fetched until somebody opens one, and each opening is written down. */
export function ShownFiles({ files, words }: { files: Shown[]; words: ShownWords }) {
  return (
    <ul aria-label={words.files} className="border-t-[1.5px] border-rule">
      {files.map((file) => (
        <Line key={file.id} file={file} words={words} />
      ))}
    </ul>
  )
}
