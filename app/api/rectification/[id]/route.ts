import { mendedPlace } from '@/app/_server/mended'
import { postFiles, putFile } from '@/app/_server/upload'

type Context = { params: Promise<{ id: string }> }

export const PUT = async (request: Request, { params }: Context) => putFile(request, mendedPlace, (await params).id)
export const POST = async (request: Request, { params }: Context) => postFiles(request, mendedPlace, (await params).id)
