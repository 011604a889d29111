// 统计口径: what the portal counts and how, one meaning for reports, announcements and campaigns (domain: counts are of one unit each).
import { createHash } from 'node:crypto'
import type { FactSource, Measure, Standing, TargetKind, What } from './workflow'

/** A figure's exact meaning; every part that is given narrows it. `from` is inclusive and `to` exclusive, by the instant that counts. */
export type FigureDefinition = {
  what: What
  /** Beside `what`: each measure that its owner took on the report of another. */
  orMeasured?: true
  measure: Measure
  targetKinds?: TargetKind[]
  rungs?: string[]
  stage?: 'before_airing' | 'after_airing'
  groups?: string[]
  codes?: string[]
  sources?: FactSource[]
  standings?: Standing[]
  ownerIds?: string[]
  /** Of findings: on whose platform the subject stands, whoever filed it; a work stands where it was found or measured. */
  standsOn?: string[]
  platformIds?: string[]
  bureauIds?: string[]
  batchId?: string
  from?: string
  to?: string
}

/** `value` is what is known; `unknown` says of how many works the episodes or minutes are not known; `rows` is how many facts make it. */
export type Figure = { value: number; unknown: number; rows: number }
/** Nothing of it is known, which is not 0. */
export const isUnknown = ({ value, unknown }: Pick<Figure, 'value' | 'unknown'>) => value === 0 && unknown > 0

/** Where in the order of commits a figure was taken: a snapshot of the server's, and for people the number of the last event it saw. */
export type Position = { seq: number; snapshot: string }

/** A figure as it stood, with the rows that made it. */
export type Frozen = { definition: FigureDefinition; figure: Figure; position: Position; rowIds: string[]; sha256: string }

const canonical = (value: unknown): unknown =>
  Array.isArray(value)
    ? value.map(canonical)
    : value && typeof value === 'object'
      ? Object.fromEntries(
          Object.entries(value)
            .filter(([, one]) => one !== undefined)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, one]) => [key, canonical(one)]),
        )
      : value

/** SHA-256 over meaning, figure, position and rows, so that whoever holds them can tell that none was changed. */
export const digestOf = ({ definition, figure, position, rowIds }: Omit<Frozen, 'sha256'>): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical({ definition, figure, position, rowIds: rowIds.toSorted() })))
    .digest('hex')

/** The groups of the taxonomy that these items belong to, each once: `V04-02` is of `V04`. */
export const groupsOf = (codes: readonly string[]) => [...new Set(codes.map((code) => code.split('-')[0]!))].sort()
