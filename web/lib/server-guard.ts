import 'server-only'
import { subscribe } from 'node:diagnostics_channel'
import type { IncomingMessage, Server } from 'node:http'
import { clientAddressOf } from '@codify/api/contract'
import {
  type ConnectionLimit,
  createConnectionLimit,
  guardServer,
  isRequestStart,
  type Refusal,
  requestStart,
} from '@codify/api/guard-server'
import { getLogger } from './logger.ts'
import { asksForUs } from './own-host.ts'
import type { WebConfig } from './parse-config.ts'
import { securityHeaders } from './security-headers.ts'

/** The network address of a caller, as this server saw it. What a caller sends under this name never gets through. */
export const callerAddressHeader = 'x-codify-caller'

/** A browser sends its headers at once and a body of 64 KB within seconds; whoever trickles them holds a connection. */
const headersWithinMs = 15_000
const requestWithinMs = 60_000
const mostConnections = 4_000
const mostOfOneAddress = 500

type Guard = Pick<WebConfig, 'trustedProxies' | 'publicUrl'>

/**
 * Guards the server that Next makes and keeps to itself, from the first request on: Node's own channel names it before
 * any handler sees that request.
 */
export function guardPages(config: Guard): void {
  const connections = createConnectionLimit({
    // Behind a proxy all connections are the proxy's.
    perAddress: config.trustedProxies > 0 ? undefined : mostOfOneAddress,
  })
  const guarded = new WeakSet<Server>()
  subscribe(requestStart, (message) => {
    if (!isRequestStart(message) || guarded.has(message.server)) return
    guarded.add(message.server)
    guard(message.server, connections, config)
  })
}

function guard(server: Server, connections: ConnectionLimit, config: Guard): void {
  const { publicUrl, trustedProxies } = config
  server.headersTimeout = headersWithinMs
  server.requestTimeout = requestWithinMs
  server.maxConnections = mostConnections
  guardServer({
    server,
    headers: securityHeaders({ isHttps: publicUrl.startsWith('https:') }),
    connections,
    refuse(request) {
      const address = callerAddress(request, trustedProxies)
      delete request.headers[callerAddressHeader]
      if (address) request.headers[callerAddressHeader] = address
      return asksForUs(request, config) ? undefined : refuseHost(request, publicUrl)
    },
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

function refuseHost(request: IncomingMessage, publicUrl: string): Refusal {
  const path = request.url?.split('?', 1)[0]
  getLogger().info({ method: request.method, path, code: 'request.misdirected' }, 'refused')
  return {
    status: 421,
    code: 'request.misdirected',
    title: 'Misdirected request',
    detail: `Codify answers at ${publicUrl} only. Open that address; a reverse proxy has to pass the Host header on.`,
  }
}
