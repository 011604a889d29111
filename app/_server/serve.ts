import { createServer, type IncomingMessage, type OutgoingHttpHeaders, request, type ServerResponse } from 'node:http'
import next from 'next'
import { isPath } from '../../lib/kernel/address.ts'
import { dropClaims } from './forwarded.ts'

/** The page that says that nothing is there, whole; nobody links to it, and its status is told here. */
const NOWHERE = '/nothing-here'

const [port = '3000', host = '127.0.0.1'] = process.argv.slice(2)

/** A document as a browser asks for it, not a part that its scripts fetch. */
const isDocument = ({ method, headers }: IncomingMessage) =>
  (method === 'GET' || method === 'POST') && !headers.rsc && !headers['next-action'] && /text\/html/.test(headers.accept ?? '')

/**
 * What a page refuses with `notFound()` Next sends as a document that stays empty until its scripts have run. Its place takes one
 * that is whole: for this reader, in this language.
 */
function fillEmpty(req: IncomingMessage, res: ServerResponse) {
  const { writeHead, write, end } = res
  let empty = false
  const answerWhole = () => {
    const search = new URL(req.url ?? '/', 'http://portal.invalid').search
    const { 'content-length': _, 'content-type': __, origin: ___, ...headers } = req.headers
    const whole = request({ host, port, path: NOWHERE + search, headers }, (found) => {
      for (const name of res.getHeaderNames()) res.removeHeader(name)
      writeHead.call(res, 404, found.headers)
      found.on('data', (piece) => write.call(res, piece, 'utf8'))
      found.on('end', () => end.call(res, undefined, 'utf8'))
    })
    whole.on('error', () => res.destroy())
    whole.end()
  }
  res.writeHead = ((status: number, ...rest: [OutgoingHttpHeaders?]) => {
    empty ||= status === 404 && /text\/html/.test(String(res.getHeader('content-type')))
    return empty ? res : writeHead.call(res, status, ...rest)
  }) as ServerResponse['writeHead']
  res.write = ((...piece: Parameters<typeof write>) => {
    if (!res.headersSent && !empty) res.writeHead(res.statusCode)
    return empty || write.apply(res, piece)
  }) as ServerResponse['write']
  res.end = ((...piece: Parameters<typeof end>) => {
    if (!res.headersSent && !empty) res.writeHead(res.statusCode)
    if (!empty) return end.apply(res, piece)
    answerWhole()
    return res
  }) as ServerResponse['end']
}

const app = next({ dev: false, hostname: host, port: Number(port) })
await app.prepare()
const handle = app.getRequestHandler()
const server = createServer((req, res) => {
  dropClaims(req)
  // Next answers a path that it cannot decode with a bare fault, before any page or proxy has a say.
  if (!isPath(req.url?.split('?')[0] ?? '/')) req.url = NOWHERE
  const path = req.url?.split(/[?#]/)[0]
  if (path === NOWHERE) {
    const { writeHead } = res
    res.writeHead = ((_: number, ...rest: [OutgoingHttpHeaders?]) => writeHead.call(res, 404, ...rest)) as ServerResponse['writeHead']
  } else if (isDocument(req)) fillEmpty(req, res)
  void handle(req, res)
})
server.listen(Number(port), host)

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.on(signal, () => {
    server.close(() => process.exit(0))
    server.closeIdleConnections()
  })
