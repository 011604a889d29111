import { readFilter } from '@/app/_components/takedown/list-filter'
import { orderListing } from '@/app/_components/takedown/order-listing'
import { askedOf, csvFile, sheetOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  const [actor, asked] = [await currentActor('platform.moderator', 'platform.compliance', 'admin'), askedOf(request)]
  return csvFile(actor, async (_, now) => sheetOf(await orderListing(actor, readFilter(asked), now), asked))
}
