/** The columns in the order of the template. */
export const COLUMNS = [
  'reference',
  'kind',
  'name',
  'number',
  'handle',
  'maker',
  'episode',
  'items',
  'seenOn',
  'found',
  'stage',
  'rung',
  'parameter',
  'since',
  'until',
  'episodeCount',
  'minutes',
  'link',
] as const
export type Column = (typeof COLUMNS)[number]
/** Codes: read digit by digit, never as numbers. */
export const CODES: readonly Column[] = ['reference', 'number']
