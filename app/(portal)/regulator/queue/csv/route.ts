import { queueFile } from '@/app/_components/desk/queue-table'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  return queueFile(await currentActor('national.approver', 'national.reviewer', 'province.reviewer', 'admin'), askedOf(request))
}
