import { eq } from 'drizzle-orm'
import type { Tx } from '@/db/client'
import { files, inspectionPictures, inspectionSheets, takedownSightings } from '@/db/schema'
import type { MediaType } from '../../gateway/store'
import type { Actor } from '../../kernel/actor'
import { type Outcome, ok, refuse } from '../../kernel/outcome'
import { judge } from '../../kernel/workflow'
import { sheetWorkflow } from '../workflow'

export type PictureFile = { id: string; sheetId: string; sha256: string; name: string; byteCount: number; mediaType: MediaType }
const kept = { sha256: files.sha256, byteCount: files.byteCount, mediaType: files.mediaType }

/** A picture of a sheet, or the one that was sent along with a sighting, where the reader may see it. */
export async function pictureById(tx: Tx, id: string): Promise<PictureFile | null> {
  const [ofSheet] = await tx
    .select({ ...kept, id: inspectionPictures.id, sheetId: inspectionPictures.sheetId, name: inspectionPictures.name })
    .from(inspectionPictures)
    .innerJoin(files, eq(files.sha256, inspectionPictures.sha256))
    .where(eq(inspectionPictures.id, id))
  if (ofSheet) return ofSheet as PictureFile
  const [ofSighting] = await tx
    .select({ ...kept, id: takedownSightings.id, sheetId: takedownSightings.sheetId, name: takedownSightings.pictureName })
    .from(takedownSightings)
    .innerJoin(files, eq(files.sha256, takedownSightings.sha256))
    .where(eq(takedownSightings.id, id))
  return ofSighting ? ({ ...ofSighting, name: ofSighting.name ?? '' } as PictureFile) : null
}

/** May this actor add a picture to the sheet? Asked before its bytes are received. */
export async function mayAddPicture(tx: Tx, actor: Actor, sheetId: string): Promise<Outcome<{ number: string }>> {
  const [sheet] = await tx.select().from(inspectionSheets).where(eq(inspectionSheets.id, sheetId))
  if (!sheet) return refuse('not_found')
  const may = judge(sheetWorkflow, sheet.state === 'found' ? 'refer' : 'find', sheet, actor)
  return may.ok ? ok({ number: sheet.number! }) : may
}
