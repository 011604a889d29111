import type { Metadata } from 'next'
import { words } from './_server/locale'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).shell.notFound.title })

/** For whatever asks for no document. Next makes it beside every page, so it holds a line and no more; people are sent `(portal)/nothing-here`. */
export default async function NotFoundPage() {
  return <p>{(await words()).shell.notFound.title}</p>
}
