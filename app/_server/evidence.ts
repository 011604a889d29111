import 'server-only'
import { keepFile, type StoreRefusal } from '@/lib/gateway/store'
import { type Actor, holds } from '@/lib/kernel/actor'
import { type Outcome, ok, refuse } from '@/lib/kernel/outcome'
import { look, perform } from '@/lib/perform'
import { attachEvidence } from '@/lib/violation/commands/evidence'
import { evidenceName } from '@/lib/violation/input'
import { mayAttach } from '@/lib/violation/queries/evidence'
import { isOurOrigin } from './origin'
import { reader } from './session'

/** Who sends, from where: a signed-in member that files reports, on a page of this portal. */
export async function sender(request: Request): Promise<Outcome<Actor, 'foreign' | 'signed_out' | 'no_duty'>> {
  if (!isOurOrigin(request.headers.get('origin'))) return refuse('foreign')
  const { actor, member } = await reader()
  if (!member) return refuse('signed_out')
  return holds(actor, 'platform.moderator', 'association.monitor') ? ok(actor) : refuse('no_duty')
}

export const roomFor = (actor: Actor, violationId: string, byteCount: number) =>
  look(actor, (tx) => mayAttach(tx, actor, violationId, byteCount))

/** Keeps the bytes, then ties them to the report; what is refused leaves neither. */
export async function receiveEvidence(
  actor: Actor,
  violationId: string,
  rawName: string,
  bytes: AsyncIterable<Uint8Array>,
  announced?: number,
): Promise<Outcome<{ id: string; byteCount: number; mediaType: string }, StoreRefusal | string>> {
  const name = evidenceName.parse(rawName)
  const kept = await keepFile(bytes, { announced })
  if (!kept.ok) return kept
  const attached = await perform(attachEvidence, actor, { violationId, name, stored: kept.value })
  return attached.ok ? ok({ id: attached.value.id, byteCount: kept.value.byteCount, mediaType: kept.value.mediaType }) : attached
}
