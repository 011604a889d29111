import { rectificationsFile } from '@/app/_components/rectification/rectification-listing'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  return rectificationsFile(await currentActor('national.approver', 'national.reviewer', 'province.reviewer'), askedOf(request))
}
