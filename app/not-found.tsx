import type { Metadata } from 'next'
import { NotFound } from './_components/shell/not-found'
import { words } from './_server/locale'
import PortalLayout from './(portal)/layout'

export const generateMetadata = async (): Promise<Metadata> => ({ title: (await words()).shell.notFound.title })

/** For an address that nothing answers, and for what a page refuses where no script runs: in the reader's own frame. */
export default function NotFoundPage() {
  return (
    <PortalLayout>
      <NotFound search="case" />
    </PortalLayout>
  )
}
