import 'server-only'
import { words } from '@/app/_server/locale'
import type { Actor } from '@/lib/kernel/actor'
import { look } from '@/lib/perform'
import { rulebook } from '@/lib/rulebook/queries'

/** The rungs that can be imposed on an account, to filter by. */
export async function rungOptions(actor: Actor) {
  const { penalty: w } = await words()
  const { ladder } = await look(actor, (tx) => rulebook(tx))
  const codes = new Set(ladder.filter(({ appliesTo }) => appliesTo.includes('account')).map(({ code }) => code))
  return [...codes].map((value) => ({ value, label: w.rung(value) }))
}
