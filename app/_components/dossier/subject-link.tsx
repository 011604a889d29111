import type { ReactNode } from 'react'
import { reader } from '@/app/_server/session'
import { Link } from '@/app/_ui/link'
import { readsSubjects } from '@/lib/dossier/rules'

/** A name that leads to its subject's page, for those who have one; a work has its public page, which its number leads to. */
export async function SubjectLink({ kind, id, children }: { kind: string; id: string | null | undefined; children: ReactNode }) {
  const { actor } = await reader()
  if (!id || (kind !== 'mini_program' && kind !== 'account') || !readsSubjects(actor)) return children
  return <Link href={`/subject/${id}`}>{children}</Link>
}
