'use client'

import { useShown } from '@/app/_components/form/action-form'
import { CopyField } from '@/app/_ui/copy-field'
import { Note } from '@/app/_ui/note'

/** A one-time link, shown by the answer that made it and never again. */
export function LinkShown({ words }: { words: { text: string; link: string; copy: string; copied: string } }) {
  const { title, link } = useShown()
  if (!title) return null
  return (
    <Note tone="done" title={title} live>
      {link && <p className="text-13">{words.text}</p>}
      {link && <CopyField label={words.link} value={link} copy={words.copy} copied={words.copied} />}
    </Note>
  )
}
