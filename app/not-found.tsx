import { NotFound } from './_components/shell/not-found'
import PortalLayout from './(portal)/layout'

/** For an address that nothing answers, and for what a page refuses where no script runs: in the reader's own frame. */
export default function NotFoundPage() {
  return (
    <PortalLayout>
      <NotFound search="case" />
    </PortalLayout>
  )
}
