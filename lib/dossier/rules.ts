import type { Actor, ActorKind } from '../kernel/actor'

/** Who has a page for a mini-program, an account or an operator; creators and the public have none. */
const READERS: ReadonlySet<ActorKind> = new Set(['platform', 'association', 'province', 'national'])
export const readsSubjects = ({ kind }: Actor) => READERS.has(kind)
