import { evidencePlace } from '@/app/_server/evidence'
import { postFiles, putFile } from '@/app/_server/upload'

type Context = { params: Promise<{ violation: string }> }

export const PUT = async (request: Request, { params }: Context) => putFile(request, evidencePlace, (await params).violation)
export const POST = async (request: Request, { params }: Context) => postFiles(request, evidencePlace, (await params).violation)
