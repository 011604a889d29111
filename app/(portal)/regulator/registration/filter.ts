import type { Asked } from '@/app/_server/listing'
import { OLDEST } from '@/app/_ui/said-column'
import { readSpan } from '@/lib/kernel/time'
import type { FilingFilter } from '@/lib/registration/queries/filings'
import { type RegistrationState, registrationWorkflow } from '@/lib/registration/workflow'

/** States in which a filing can be found: drafts are nobody else's business. */
export const STATES = registrationWorkflow.states.filter((state): state is Exclude<RegistrationState, 'draft'> => state !== 'draft')
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const one = (value: string | string[] | undefined) => [value].flat()[0] || undefined

/** The filters as the address says them; what is none is left out. The list and its file read the same. */
export function readFilter(asked: Asked): FilingFilter {
  const [filedAs, bureau] = [one(asked.class) ?? '', one(asked.bureau) ?? '']
  return {
    class: ['1', '2', '3'].includes(filedAs) ? Number(filedAs) : undefined,
    state: STATES.find((state) => state === one(asked.state)),
    bureauId: UUID.test(bureau) ? bureau : undefined,
    span: readSpan(one(asked.submitted)),
    q: one(asked.q)?.slice(0, 100),
    oldest: one(asked.sort) === OLDEST,
    after: one(asked.after),
  }
}
