import { sendFile } from '@/app/_server/download'
import { mendedShelf } from '@/app/_server/mended'

export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  sendFile(request, mendedShelf, (await params).id)
