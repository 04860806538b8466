import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Hono } from 'hono'
import type { ConnectionLimit } from '../shared/connection-limit.ts'
import { guardServer } from '../shared/guard-server.ts'
import type { AppEnv } from '../shared/request-env.ts'

/**
 * A client that trickles a request holds a connection: headers must arrive within ten seconds, the largest body (an
 * import) within a minute. Idle connections outlive those of callers (a minute at most), so that none is closed under a
 * request.
 */
const serverOptions = {
  keepAliveTimeout: 65_000,
  headersTimeout: 10_000,
  requestTimeout: 60_000,
  connectionsCheckingInterval: 5_000,
  maxHeaderSize: 16 * 1024,
}
const CONNECTIONS_MAX = 10_000
/** Without a token: `web`, and learners who call the API themselves, have as many as they need. */
export const CONNECTIONS_OF_ONE_ADDRESS = 1_000

/** Listens from now on; `app()` answers, which may be another one from one request to the next. */
export function listen({
  app,
  port,
  host,
  headers,
  connections,
}: {
  app: () => Hono<AppEnv>
  port: number
  host: string
  headers: Record<string, string>
  connections: ConnectionLimit
}): Server {
  const server = createServer(
    serverOptions,
    getRequestListener((request, env) => app().fetch(request, env)),
  )
  server.maxConnections = CONNECTIONS_MAX
  guardServer({ server, headers, connections })
  return server.listen(port, host)
}
