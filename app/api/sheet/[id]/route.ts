import { sheetPlace } from '@/app/_server/pictures'
import { postFiles, postForm, putFile } from '@/app/_server/upload'
import { find } from '@/app/(portal)/association/inspection/actions'

type Context = { params: Promise<{ id: string }> }

export const PUT = async (request: Request, { params }: Context) => putFile(request, sheetPlace, (await params).id)
/** Pictures alone, or together with the finding whose they are. */
export async function POST(request: Request, { params }: Context) {
  const { id } = await params
  return new URL(request.url).searchParams.get('step') === 'find'
    ? postForm(request, sheetPlace, id, find)
    : postFiles(request, sheetPlace, id)
}
