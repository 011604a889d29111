import type { Day } from '@/lib/kernel/time'
import { type Answers, isPublic, isUnderOrder16, type Promised, promiseOf } from '@/lib/registration/rules/promise'
import type { RegistrationState } from '@/lib/registration/workflow'

export type Filed = {
  state: RegistrationState
  class: number | null
  ruledOn: string | null
  listedCount: number | null
} & Partial<Answers>

/** What may be said of a filing in a public state; nothing where it is not public and its own state says it all. */
export const promisedOf = ({ state, class: filedAs, ruledOn, listedCount, pendingCount, recordedCount }: Filed): Promised | null =>
  isPublic(state) && filedAs && ruledOn
    ? promiseOf({
        class: filedAs as 1 | 2 | 3,
        state,
        isUnderOrder16: isUnderOrder16(ruledOn as Day),
        listed: (listedCount ?? 0) > 0,
        pendingCount,
        recordedCount,
      })
    : null
