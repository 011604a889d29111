'use client'

import { Button } from '@/app/_ui/button'
import { controlClass } from '@/app/_ui/field'
import { EVIDENCE, type UploadWords } from './file-text'
import { DropZone, UploadRow } from './upload-rows'
import { useUploads } from './use-uploads'

type Adding = { address: string; arrived: readonly string[]; words: UploadWords; accept?: string }

/** More files for a case: sent as they are chosen, or through a plain form where no script runs. */
export function AddFiles({ address, arrived, words, accept }: Adding) {
  return (
    <>
      <SendFiles address={address} arrived={arrived} words={words} accept={accept} />
      <PlainUpload address={address} words={words} accept={accept} />
    </>
  )
}

/** Sends files as they are chosen. */
export function SendFiles({ address, arrived, words, accept }: Adding) {
  const { uploads, add, retry, drop } = useUploads(address, words.offline)
  const waiting = uploads.filter((upload) => !arrived.includes(upload.id ?? ''))
  return (
    <>
      <DropZone words={words} accept={accept} onFiles={add} />
      {waiting.length > 0 && (
        <ul aria-label={words.files} className="@container border-t border-line">
          {waiting.map((upload) => (
            <UploadRow key={upload.key} upload={upload} words={words} onRetry={retry} onDrop={drop} />
          ))}
        </ul>
      )}
    </>
  )
}

/** A form that a browser without scripts sends by itself. */
export function PlainUpload({
  address,
  words,
  accept = EVIDENCE,
  always = false,
}: {
  address: string
  words: UploadWords
  accept?: string
  always?: boolean
}) {
  return (
    <form action={address} method="post" encType="multipart/form-data" className={always ? 'grid gap-3' : 'hidden gap-3 noscript:grid'}>
      <input type="file" name="files" multiple required aria-label={words.pick} accept={accept} className={controlClass} />
      <span>
        <Button type="submit">{words.upload}</Button>
      </span>
    </form>
  )
}
