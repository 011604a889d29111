import { PublicShell } from './_components/shell/public-shell'
import { NotFound } from './_components/shell/not-found'

export default function NotFoundPage() {
  return (
    <PublicShell>
      <NotFound />
    </PublicShell>
  )
}
