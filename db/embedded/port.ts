import { createServer } from 'node:net'

/** Whether nobody listens on a port; 0 asks for any, and the one found is returned. */
export const freePort = (port = 0, host = '127.0.0.1') =>
  new Promise<number>((found, taken) => {
    const probe = createServer()
    probe.once('error', taken)
    probe.listen(port, host, () => {
      const address = probe.address()
      probe.close(() => (address && typeof address === 'object' ? found(address.port) : taken(new Error('no port was given'))))
    })
  })
