import { figureListing } from '@/app/_components/figure/figure-listing'
import { readFigure } from '@/app/_components/figure/read-figure'
import { askedOf, csvFile, sheetOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  const actor = await currentActor()
  const asked = readFigure(Object.fromEntries(new URL(request.url).searchParams))
  if (!asked) return new Response(null, { status: 404 })
  return csvFile(actor, async (tx, now) => sheetOf(await figureListing(tx, now, asked), askedOf(request)))
}
