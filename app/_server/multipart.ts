import 'server-only'
import { Readable } from 'node:stream'
import type { ReadableStream as WebStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'

const MANY_FILES = 20

/**
 * The files of a form as they arrive, one after another; nothing of them is kept in memory. `take` need not read a file to
 * its end: what it leaves is passed over. The words that come before them are put into `fields`. Throws when the form is cut
 * off or is none.
 */
export async function eachFile(
  request: Request,
  take: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<void>,
  fields = new FormData(),
) {
  const type = request.headers.get('content-type')
  if (!request.body || !type?.startsWith('multipart/form-data')) throw new TypeError('no form with files')
  const parser = new Busboy({
    headers: { 'content-type': type },
    limits: { files: MANY_FILES, fields: 200, parts: 300, fieldSize: 100_000 },
  })
  parser.on('field', (name, value) => fields.append(name, value))
  let taken = Promise.resolve()
  parser.on('file', (_field, file, name) => {
    taken = taken.then(async () => {
      if (name) await take(name, file)
      file.resume()
    })
    taken.catch((error: Error) => parser.destroy(error))
  })
  await new Promise<void>((done, fail) => {
    parser.once('finish', done)
    parser.once('error', fail)
    Readable.fromWeb(request.body as WebStream<Uint8Array>)
      .once('error', fail)
      .pipe(parser)
  })
  await taken
}
