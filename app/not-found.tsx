import { NotFound } from './_components/shell/not-found'
import { PublicShell } from './_components/shell/public-shell'

export default function NotFoundPage() {
  return (
    <PublicShell>
      <NotFound search="register" />
    </PublicShell>
  )
}
