import type { ReactNode } from 'react'
import { words } from '@/app/_server/locale'
import { reader } from '@/app/_server/session'
import { Link } from '@/app/_ui/link'
import { readsSubjects } from '@/lib/dossier/rules'

/** A name that leads to its subject's page, for those who have one; a work has its public page, which its number leads to. */
export async function SubjectLink({ kind, id, children }: { kind: string; id: string | null | undefined; children: ReactNode }) {
  const { actor } = await reader()
  if (!id || (kind !== 'mini_program' && kind !== 'account') || !readsSubjects(actor)) return children
  return <Link href={`/subject/${id}`}>{children}</Link>
}

/** A work's number that leads to all that happened to it, for those who have such a page; also of works that nobody filed. */
export async function WorkLink({ code, children }: { code: string; children: ReactNode }) {
  const { actor } = await reader()
  return readsSubjects(actor) ? <Link href={`/subject/work/${code}`}>{children}</Link> : children
}

/** From a work's public page to all that happened to it, for those who have such a page. */
export async function RecordLink({ code }: { code: string }) {
  const [{ actor }, { dossier: w }] = [await reader(), await words()]
  return readsSubjects(actor) && <WorkLink code={code}>{w.work.record}</WorkLink>
}
