import { readSpan } from '@/lib/kernel/time'
import type { FilingFilter } from '@/lib/registration/queries/filings'
import { type RegistrationState, registrationWorkflow } from '@/lib/registration/workflow'

export type Asked = { class?: string; state?: string; bureau?: string; submitted?: string; q?: string; after?: string }

/** States in which a filing can be found: drafts are nobody else's business. */
export const STATES = registrationWorkflow.states.filter((state): state is Exclude<RegistrationState, 'draft'> => state !== 'draft')
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** The filters as the address says them; what is none is left out. The list and its file read the same. */
export const readFilter = ({ class: filedAs, state, bureau, submitted, q, after }: Asked): FilingFilter => ({
  class: ['1', '2', '3'].includes(filedAs ?? '') ? Number(filedAs) : undefined,
  state: STATES.find((one) => one === state),
  bureauId: UUID.test(bureau ?? '') ? bureau : undefined,
  span: readSpan(submitted),
  q: q?.slice(0, 100) || undefined,
  after,
})
