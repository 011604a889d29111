type Deed = { at: Date; work: (at: Date) => Promise<unknown> }
type Place = { /** What this brings about, and what must have come about before. */ makes?: string; needs?: readonly string[] }

/** What is to happen, told case by case and done in the order of time, so that each act finds the world as it was then. */
export type Chronicle = {
  /** Each case is told in its own order; throws where it is not. */
  plan: (subject: string, at: Date, work: Deed['work'], place?: Place) => void
  /** All of it in the order of time; throws where something comes before what it needs. */
  deeds: () => readonly Deed[]
}

export function chronicle(): Chronicle {
  const deeds: Deed[] = []
  const told = new Map<string, Date>()
  const made = new Map<string, Date>()
  const needed: { what: string; by: string; at: Date }[] = []
  return {
    plan: (subject, at, work, { makes, needs = [] } = {}) => {
      const before = told.get(subject)
      if (before && before > at) throw new Error(`${subject} is told out of order: ${at.toISOString()} after ${before.toISOString()}`)
      told.set(subject, at)
      if (makes) made.set(makes, at)
      needed.push(...needs.map((what) => ({ what, by: subject, at })))
      deeds.push({ at, work })
    },
    deeds: () => {
      for (const { what, by, at } of needed) {
        const since = made.get(what)
        if (!since || since >= at)
          throw new Error(`${by} needs ${what} at ${at.toISOString()}, which comes ${since?.toISOString() ?? 'never'}`)
      }
      return deeds.toSorted((a, b) => a.at.getTime() - b.at.getTime())
    },
  }
}
