import 'server-only'
import { look, perform } from '@/lib/perform'
import { attachFile, noteOpening } from '@/lib/rectification/commands/files'
import { rectificationFileById } from '@/lib/rectification/queries/case'
import { roomFor } from '@/lib/rectification/queries/room'
import type { Shelf } from './download'
import type { Place } from './upload'

/** What shows that something was mended is put to a rectification by whoever hands it in. */
export const mendedPlace: Place<{ number: string | null }> = {
  duties: ['creator.signatory', 'platform.moderator'],
  noun: 'rectification',
  room: (actor, id, byteCount) => look(actor, (tx, now) => roomFor(tx, actor, id, byteCount, now)),
  tie: (actor, rectificationId, file) => perform(attachFile, actor, { rectificationId, ...file }),
  back: (_, { number }, refused) => `/c/${number}${refused ? `?${refused}` : ''}#steps`,
}

export const mendedShelf: Shelf = {
  find: (actor, id) => look(actor, (tx) => rectificationFileById(tx, id)),
  note: (actor, fileId, isLaterPart) => perform(noteOpening, actor, { fileId, isLaterPart }),
}
