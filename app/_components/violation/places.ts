import 'server-only'
import { reader } from '@/app/_server/session'
import type { FileViolation, KeepDraft } from '@/lib/violation/input'

/** Where the reader's list of reports is. */
export async function listPath() {
  const { kind } = (await reader()).actor
  return `/${kind === 'platform' || kind === 'association' ? kind : 'regulator'}/violation`
}

/** Where the draft's buttons lead: filed to the case, the others to what they ask for; keeping stays. */
export async function placeAfter(value: { id: string; number?: string | null }, input: FileViolation | KeepDraft) {
  if (input.do === 'file') return `/c/${value.number}`
  if (input.do === 'later') return listPath()
  if (input.do === 'attach') return `/draft/${value.id}/evidence`
  if (input.do === 'find') return `/draft/${value.id}#work`
  if (input.do === 'items') return `/draft/${value.id}#items`
  if (input.do === 'more') return `/draft/${value.id}#places`
  return undefined
}
