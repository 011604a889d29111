import { sendFile } from '@/app/_server/download'
import { pictureShelf } from '@/app/_server/pictures'

export const GET = async (request: Request, { params }: { params: Promise<{ id: string }> }) =>
  sendFile(request, pictureShelf, (await params).id)
