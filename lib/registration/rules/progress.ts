import type { Fault } from '../../kernel/outcome'

/** The sections of the form and the inputs that each holds. */
export const SECTION_FIELDS = {
  work: ['title', 'aliases'],
  kind: ['era', 'genre', 'form', 'aiMade'],
  episodes: ['episodes', 'episodeLines'],
  story: ['synopsis'],
  money: ['producer', 'investment'],
  class: ['specialSubjects', 'mainPush', 'firstScreen', 'voluntary'],
  platforms: ['platformIds'],
} as const
export type SectionName = keyof typeof SECTION_FIELDS

/** How many places of each section still stand in the way of filing. */
export function openPlaces(faults: readonly Fault[]): Record<SectionName, number> {
  const named = faults.map(({ field }) => field.split('.')[0]!)
  const count = (fields: readonly string[]) => new Set(named.filter((field) => fields.includes(field))).size
  return Object.fromEntries(Object.entries(SECTION_FIELDS).map(([section, fields]) => [section, count(fields)])) as Record<
    SectionName,
    number
  >
}

/** The section of the form in which a field stands. */
export const sectionOf = (field: string) =>
  (Object.entries(SECTION_FIELDS).find(([, fields]) => (fields as readonly string[]).includes(field))?.[0] ?? 'work') as SectionName
