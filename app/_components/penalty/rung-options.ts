import 'server-only'
import { words } from '@/app/_server/locale'
import type { Words } from '@/lib/i18n/catalogue'
import type { Actor } from '@/lib/kernel/actor'
import { TARGETS } from '@/lib/penalty/workflow'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'

/** The rungs of the ladder, to filter by. */
export async function rungOptions(actor: Actor) {
  const { penalty: w } = await words()
  const { ladder } = await look(actor, (tx) => rulebook(tx))
  const codes = new Set(ladder.map(({ code }) => code))
  return [...codes].map((value) => ({ value, label: w.rung(value) }))
}

/** Works, episodes, mini-programs or accounts alone. */
export const kindFilter = ({ list, target }: Words['penalty'], value: string | undefined) => ({
  name: 'kind',
  label: list.kind,
  value: value ?? '',
  options: [{ value: '', label: list.all }, ...TARGETS.map((kind) => ({ value: kind, label: target[kind] }))],
})
