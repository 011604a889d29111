import 'server-only'
import { look, perform } from '@/lib/perform'
import { attachEvidence, noteOpening } from '@/lib/violation/commands/evidence'
import { evidenceById, mayAttach } from '@/lib/violation/queries/evidence'
import type { Shelf } from './download'
import type { Place } from './upload'

/** Evidence is put to a report by whoever files reports. */
export const evidencePlace: Place<{ isDraft: boolean; number: string | null }> = {
  duties: ['platform.moderator', 'association.monitor'],
  noun: 'violation',
  room: (actor, id, byteCount) => look(actor, (tx) => mayAttach(tx, actor, id, byteCount)),
  tie: (actor, violationId, file) => perform(attachEvidence, actor, { violationId, ...file }),
  back: (id, { isDraft, number }, refused) =>
    refused ? `/draft/${id}/evidence?${refused}` : isDraft ? `/draft/${id}/evidence` : `/c/${number}#evidence`,
}

export const evidenceShelf: Shelf = {
  find: (actor, id) => look(actor, (tx) => evidenceById(tx, id)),
  note: (actor, evidenceId, isLaterPart) => perform(noteOpening, actor, { evidenceId, isLaterPart }),
}
