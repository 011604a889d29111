import { rectificationsFile } from '@/app/_components/rectification/rectifications-file'
import { currentActor } from '@/app/_server/session'

export async function GET(request: Request) {
  return rectificationsFile(await currentActor('creator.editor', 'creator.signatory', 'admin'), request)
}
