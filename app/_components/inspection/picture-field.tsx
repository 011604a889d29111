'use client'

import type { ReactNode } from 'react'
import { useAnswer } from '@/app/_components/form/action-form'
import { SendFiles } from '@/app/_components/upload/add-files'
import { IMAGES_ONLY, type UploadWords } from '@/app/_components/upload/file-text'
import { controlClass, FieldSet } from '@/app/_ui/field'

/** A finding's pictures: sent as they are chosen, or along with its form where no script runs. */
export function PictureField({
  address,
  arrived,
  label,
  hint,
  words,
}: {
  address: string
  arrived: readonly string[]
  label: ReactNode
  hint: ReactNode
  words: UploadWords
}) {
  const { id, error } = useAnswer('picture')
  return (
    <FieldSet id={id} label={label} hint={hint} error={error}>
      <SendFiles address={address} arrived={arrived} words={words} accept={IMAGES_ONLY} />
      <div className="hidden noscript:block">
        <input type="file" name="files" multiple aria-label={words.pick} accept={IMAGES_ONLY} className={controlClass} />
      </div>
    </FieldSet>
  )
}
