'use client'

import { createContext, type ReactNode, useContext } from 'react'

export type FaultWords = { title: string; text: string; reference: string; retry: string }

const Context = createContext<FaultWords>({ title: '', text: '', reference: '', retry: '' })

/** The words of the error page, which is a client's page and is given nothing but the error. */
export function FaultWordsProvider({ words, children }: { words: FaultWords; children: ReactNode }) {
  return <Context value={words}>{children}</Context>
}

export const useFaultWords = () => useContext(Context)
