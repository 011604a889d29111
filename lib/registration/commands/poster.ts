import type { Act } from '@/db/act'
import { noteFile } from '../../gateway/files'
import type { Stored } from '../../gateway/store'
import { ok } from '../../kernel/outcome'
import { mayAmend } from '../../kernel/workflow'
import { registrationWorkflow } from '../workflow'
import { keepTurn, turnInWork } from './draft'
import { holdFiling } from './hold'

async function put(act: Act, id: string, poster: string) {
  const held = await holdFiling(act, id)
  if (!held.ok) return held
  const verdict = mayAmend(registrationWorkflow, held.value, act.actor)
  if (!verdict.ok) return verdict
  const { turn, draft } = await turnInWork(act, id)
  await keepTurn(act, id, turn, { ...draft, poster })
  return ok({ id })
}

/** Puts a kept picture into a draft or a returned filing. The version stays: whoever is typing meanwhile goes on. Refusals: not_found, not_yours, wrong_state. */
export async function attachPoster(act: Act, { id, stored, directory }: { id: string; stored: Stored; directory?: string }) {
  await noteFile(act, stored, directory)
  return put(act, id, stored.sha256)
}

/** Takes the picture out again. */
export const removePoster = (act: Act, { id }: { id: string }) => put(act, id, '')
