import { boardFile } from '@/app/_components/biweekly/board-listing'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  return boardFile(await currentActor('national.approver', 'national.reviewer', 'province.reviewer', 'admin'), askedOf(request))
}
