import { sendFile } from '@/app/_server/download'
import { evidenceShelf } from '@/app/_server/evidence'

export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  sendFile(request, evidenceShelf, (await params).id)
