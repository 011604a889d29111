import { and, eq, isNull } from 'drizzle-orm'
import { type Act, advance, hold } from '@/db/act'
import { members, sessions } from '@/db/schema'
import { refuse } from '../../kernel/outcome'
import type { Locale } from '../../kernel/time'
import { memberWorkflow } from '../workflow'

const holdOwn = async (act: Act) => (act.actor.memberId ? hold(act, members, act.actor.memberId) : refuse('not_found'))

/** One's own name, and the language of pages and mails. */
export async function renameMember(act: Act, { name, locale }: { name: string; locale: Locale }) {
  const held = await holdOwn(act)
  return held.ok ? advance(act, members, memberWorkflow, 'rename', held.value, { set: { name, locale } }) : held
}

/** Ends every session of one's own, this one too. */
export async function signOutEverywhere(act: Act) {
  const held = await holdOwn(act)
  if (!held.ok) return held
  const moved = await advance(act, members, memberWorkflow, 'sign_out', held.value)
  if (moved.ok)
    await act.tx
      .update(sessions)
      .set({ endedAt: act.now })
      .where(and(eq(sessions.memberId, held.value.id), isNull(sessions.endedAt)))
  return moved
}
