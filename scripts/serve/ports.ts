import net from 'node:net'
import { StartError } from './settings.ts'

/**
 * Makes sure that a port can be listened on, before anything slow begins.
 *
 * @throws {StartError} naming the port and its variable
 */
export async function requireFreePort({
  port,
  host,
  variable,
}: {
  port: number
  host: string
  variable: string
}): Promise<void> {
  const reason = await tryToListen(port, host)
  if (reason === undefined) return
  if (reason === 'EADDRINUSE')
    throw new StartError(
      `Port ${port} (${variable}) is in use. Stop what runs there, or set ${variable} to another port.`,
    )
  if (reason === 'EACCES')
    throw new StartError(
      `Port ${port} (${variable}) may not be used by this account. Set ${variable} above 1023.`,
    )
  throw new StartError(`Port ${port} (${variable}) cannot be listened on (${reason}).`)
}

/** The system's reason why one cannot listen there; undefined when one can. */
export function tryToListen(port: number, host: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message))
    server.listen({ port, host, exclusive: true }, () => server.close(() => resolve(undefined)))
  })
}

/** A port that was free a moment ago. */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => {
        if (address !== null && typeof address === 'object') resolve(address.port)
        else reject(new Error('No port was given.'))
      })
    })
  })
}
