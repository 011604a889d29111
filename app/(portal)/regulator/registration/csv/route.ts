import { filingListing } from '@/app/_components/registration/filing-listing'
import { askedOf, csvFile, sheetOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'
import { readFilter } from '../filter'

export async function GET(request: Request) {
  const actor = await currentActor('province.reviewer', 'national.reviewer', 'national.approver')
  const asked = askedOf(request)
  return csvFile(actor, async (_, now) => sheetOf(await filingListing(actor, readFilter(asked), now), asked))
}
