'use client'

import { createContext, type ReactNode, useContext, useState } from 'react'
import { useTyped } from '@/app/_components/form/action-form'
import type { Words } from '@/lib/i18n/catalogue'
import { type Draft, draftOf } from './typed'

export type FilingWords = Words['violation']['draft'] & {
  field: Words['violation']['field']
  stageName: Words['violation']['stage']
  subjectName: Words['violation']['subject']
}
type Filing = { draft: Draft; words: FilingWords }

const Context = createContext<Filing | null>(null)

/** The draft as it was opened: later savings of it do not reach into fields that somebody is typing in. */
export function FilingProvider({ draft, words, children }: Filing & { children: ReactNode }) {
  const [opened] = useState(draft)
  return <Context value={{ draft: opened, words }}>{children}</Context>
}

/** The words of the form, and what its fields begin with: what was refused, else the draft. */
export function useFiling(): Filing {
  const filing = useContext(Context)
  const typed = useTyped()
  if (!filing) throw new Error('no draft around')
  return { words: filing.words, draft: typed ? draftOf(typed) : filing.draft }
}
