import type { Metadata } from 'next'
import { NotFound } from '@/app/_components/shell/not-found'
import { words } from '@/app/_server/locale'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).shell.notFound.title })

/** What `serve.ts` sends in place of a document that is not there, whole and in the reader's own frame. */
export default function Page() {
  return <NotFound search="case" />
}
