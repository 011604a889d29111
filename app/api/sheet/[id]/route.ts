import { sheetPlace } from '@/app/_server/pictures'
import { postFiles, putFile } from '@/app/_server/upload'

type Context = { params: Promise<{ id: string }> }

export const PUT = async (request: Request, { params }: Context) => putFile(request, sheetPlace, (await params).id)
export const POST = async (request: Request, { params }: Context) => postFiles(request, sheetPlace, (await params).id)
