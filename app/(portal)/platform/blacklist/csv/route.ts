import { entriesFile } from '@/app/_components/blacklist/entry-listing'
import { askedOf } from '@/app/_server/listing'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  return entriesFile(await currentActor('platform.moderator', 'platform.compliance', 'admin'), askedOf(request))
}
