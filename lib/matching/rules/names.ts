import { fold, gramsOf, soundOf, stemOf } from './fold'

export type Name = { kind: 'title' | 'alias' | 'number'; name: string }

/** A name as it is kept to be found: folded, in pairs of characters, and by its sound where it is no number. */
export const keptName = ({ kind, name }: Name) => ({
  kind,
  name,
  folded: fold(name),
  grams: gramsOf(fold(name)),
  sound: kind === 'number' ? null : soundOf(stemOf(fold(name))),
})
