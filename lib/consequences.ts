import type { Act, ActEvent } from '@/db/act'

type Consequence = (act: Act, event: ActEvent) => Promise<void>

/** What follows from what, inside the same transaction; what leaves the house is enqueued there and sent after it. */
export const consequences: Partial<Record<string, readonly Consequence[]>> = {}
