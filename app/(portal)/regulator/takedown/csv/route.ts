import { ordersFile } from '@/app/_components/takedown/orders-file'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  return ordersFile(await currentActor('national.approver', 'national.reviewer', 'province.reviewer', 'admin'), request)
}
