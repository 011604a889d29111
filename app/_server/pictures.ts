import 'server-only'
import { addPicture, noteOpening } from '@/lib/inspection/commands/sheet'
import { mayAddPicture, pictureById } from '@/lib/inspection/queries/pictures'
import { look, perform } from '@/lib/perform'
import type { Shelf } from './download'
import type { Place } from './upload'

/** Pictures of what was seen are put to a sheet by whoever inspects. */
export const sheetPlace: Place<{ number: string }> = {
  duties: ['association.monitor'],
  noun: 'inspection',
  room: (actor, id) => look(actor, (tx) => mayAddPicture(tx, actor, id)),
  tie: (actor, sheetId, file) => perform(addPicture, actor, { sheetId, ...file }),
  back: (_, { number }, refused) => `/c/${number}${refused ? `?${refused}` : ''}#pictures`,
}

/** Of a sheet, or sent along when a listed work was seen again. */
export const pictureShelf: Shelf = {
  find: (actor, id) => look(actor, (tx) => pictureById(tx, id)),
  note: (actor, pictureId) => perform(noteOpening, actor, { pictureId }),
}
