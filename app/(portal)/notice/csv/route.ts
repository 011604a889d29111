import { noticeListing } from '@/app/_components/notice/notice-listing'
import { askedOf, csvFile, sheetOf } from '@/app/_server/listing'
import { currentMember } from '@/app/_server/session'

export async function GET(request: Request) {
  const [{ actor }, asked] = [await currentMember(), askedOf(request)]
  return csvFile(actor, async (_, now) => sheetOf(await noticeListing(actor, [asked.view].flat()[0], now), asked))
}
