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
  hostVariable,
}: {
  port: number
  host: string
  variable: string
  /** Where the host comes from, if from a variable. */
  hostVariable?: string
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
  if (hostVariable !== undefined)
    throw new StartError(`${hostVariable}: not an address of this machine (${reason}).`)
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

/** Below the range from which systems give outgoing connections their ports: none of those can take it meanwhile. */
const FIRST_PORT = 20_000
const PORTS = 12_000

/** A port of 20000 to 31999 that was free a moment ago, on 127.0.0.1. */
export async function findFreePort(): Promise<number> {
  for (;;) {
    const port = FIRST_PORT + Math.floor(Math.random() * PORTS)
    if ((await tryToListen(port, '127.0.0.1')) === undefined) return port
  }
}
