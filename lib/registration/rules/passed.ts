// The turning points of a filing as its events tell them (Order 16 art. 14–17: returned, forwarded, decided).
type Event = { name: string; at: Date }

/** When the bureau's review was passed, and when and by whom the filing was last returned. */
export type Passed = { reviewedAt: Date | null; returnedAt: Date | null; sentBack: boolean }

/** Reads the events of one filing, newest first. A review counts as passed only if nothing was submitted after it. */
export function passedOf(newestFirst: readonly Event[]): Passed {
  const last = (...names: string[]) => newestFirst.find(({ name }) => names.some((one) => name === `registration.${one}`))
  const reviewed = last('approved', 'forwarded', 'submitted')
  const returned = last('returned', 'sent_back')
  return {
    reviewedAt: reviewed && reviewed.name !== 'registration.submitted' ? reviewed.at : null,
    returnedAt: returned?.at ?? null,
    sentBack: returned?.name === 'registration.sent_back',
  }
}
