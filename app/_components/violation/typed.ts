/** A draft as typed: what its fields spelled, nested by their names. */
export type Draft = Record<string, unknown>

const at = (draft: Draft, name: string): unknown =>
  name
    .split('.')
    .reduce<unknown>((value, part) => (typeof value === 'object' && value !== null ? (value as Draft)[part] : undefined), draft)

/** What stood in the field of this name. */
export function textAt(draft: Draft, name: string): string {
  const value = at(draft, name)
  return typeof value === 'string' ? value : ''
}

/** What was ticked under this name. */
export const listAt = (draft: Draft, name: string): string[] =>
  [at(draft, name) ?? []].flat().filter((value): value is string => typeof value === 'string' && value !== '')

/** The names of a group's members: rows, items with their subjects. */
export function keysAt(draft: Draft, name: string): string[] {
  const value = at(draft, name)
  return typeof value === 'object' && value !== null ? Object.keys(value) : []
}

/** `{n}` and its like in a template, filled in. */
export const fill = (template: string, values: Record<string, string | number>) =>
  template.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? String(values[name]) : whole))

/** What a refused form gave back, nested like a draft. */
export function draftOf(typed: Record<string, string | string[]>): Draft {
  const draft: Draft = Object.create(null)
  for (const [name, value] of Object.entries(typed)) {
    const path = name.split('.')
    const last = path.pop()!
    let place = draft
    for (const part of path)
      place = (typeof place[part] === 'object' && place[part] !== null ? place[part] : (place[part] = Object.create(null))) as Draft
    place[last] = value
  }
  return draft
}
