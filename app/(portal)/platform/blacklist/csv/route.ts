import { entriesFile } from '@/app/_components/blacklist/entries-file'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  return entriesFile(await currentActor('platform.moderator', 'platform.compliance', 'admin'), request)
}
