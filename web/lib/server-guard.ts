import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { clientAddressOf } from '@codify/api/contract'

/** The network address of a caller, as this server saw it. What a caller sends under this name never gets through. */
export const callerAddressHeader = 'x-codify-caller'

/** A browser sends its headers at once and a body of 64 KB within seconds; whoever trickles them holds a connection. */
const headersWithinMs = 15_000
const requestWithinMs = 60_000
const mostConnections = 2_000

/**
 * Next gives no hold on its server, so this listens to Node's own channel, which speaks before any handler sees a
 * request: it names the caller's address, sets the limits of slow and of many connections, and has every answer over
 * https say that it is to be had over https alone.
 */
export function guardServer({
  trustedProxies,
  publicUrl,
}: {
  trustedProxies: number
  publicUrl: string
}): void {
  const isHttps = publicUrl.startsWith('https:')
  const guarded = new WeakSet<Server>()
  subscribe('http.server.request.start', (message) => {
    if (!isRequestStart(message)) return
    const { request, response, server } = message
    if (isHttps) response.setHeader('strict-transport-security', 'max-age=31536000; includeSubDomains')
    if (!guarded.has(server)) {
      guarded.add(server)
      limitConnections(server)
    }
    const address = callerAddress(request, trustedProxies)
    delete request.headers[callerAddressHeader]
    if (address) request.headers[callerAddressHeader] = address
  })
}

export function callerAddress(
  request: Pick<IncomingMessage, 'headers' | 'socket'>,
  trustedProxies: number,
): string | undefined {
  const forwarded = request.headers['x-forwarded-for']
  return clientAddressOf({
    peer: request.socket.remoteAddress,
    forwardedFor: Array.isArray(forwarded) ? forwarded.join(',') : forwarded,
    trustedProxies,
  })
}

function limitConnections(server: Server): void {
  server.headersTimeout = headersWithinMs
  server.requestTimeout = requestWithinMs
  server.maxConnections = mostConnections
}

type RequestStart = { request: IncomingMessage; response: ServerResponse; server: Server }

/** What Node documents for the channel. */
function isRequestStart(message: unknown): message is RequestStart {
  return (
    typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    'response' in message &&
    'server' in message
  )
}
