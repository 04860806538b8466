import { randomUUID } from 'node:crypto'
import { subscribe, unsubscribe } from 'node:diagnostics_channel'
import { type IncomingMessage, type Server, ServerResponse, STATUS_CODES } from 'node:http'
import type { Connection, ConnectionLimit } from './connection-limit.ts'
import type { ProblemDetails } from './schemas.ts'

export { type ConnectionLimit, createConnectionLimit } from './connection-limit.ts'

/** Node's channel that speaks of each request before any handler does. */
export const requestStart = 'http.server.request.start'

/** A request that is answered before any handler sees it. */
export type Refusal = { status: number; code: string; title: string; detail: string }

const methods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']
const wrongMethod: Refusal = {
  status: 405,
  code: 'request.method_not_allowed',
  title: 'Method not allowed',
  detail: `Use one of ${methods.join(', ')}.`,
}
const malformed: Refusal = {
  status: 400,
  code: 'request.malformed',
  title: 'Malformed request',
  detail: 'The request is not valid HTTP.',
}
const parserRefusals: Record<string, Refusal> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'request.headers_too_large',
    title: 'Headers too large',
    detail: 'Send fewer or shorter headers; a browser does after its cookies are deleted.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'request.too_slow',
    title: 'Request too slow',
    detail: 'The request did not come in time. Send it again.',
  },
}

/**
 * Stands in front of every handler of a server, Node's own answers included: sets the headers of every answer, refuses
 * methods that nobody offers and whatever `refuse` names, and counts connections.
 */
export function guardServer({
  server,
  headers,
  connections,
  refuse,
}: {
  server: Server
  /** Headers of every answer; a handler may replace them. */
  headers: Record<string, string>
  connections: ConnectionLimit
  refuse?: (request: IncomingMessage) => Refusal | undefined
}): void {
  const refusalOf = (request: IncomingMessage) =>
    methods.includes(request.method ?? '') ? refuse?.(request) : wrongMethod

  const latest = new WeakMap<Connection, ServerResponse>()
  function begin(response: ServerResponse): void {
    // The answer gets its connection later.
    const { socket } = response.req
    if (latest.get(socket) === response) return
    latest.set(socket, response)
    for (const name in headers) response.setHeader(name, headers[name] ?? '')
    connections.began(socket)
    response.once('close', () => connections.ended(socket))
  }
  // Node says this before `request`, and also where it answers by itself: no Host, an expectation it cannot meet.
  const onStart = (message: unknown) => {
    if (isRequestStart(message) && message.server === server) begin(message.response)
  }

  server.on('connection', connections.opened)
  subscribe(requestStart, onStart)
  server.once('close', () => unsubscribe(requestStart, onStart))
  takeOver(server, 'request', (request, response) => {
    if (!(response instanceof ServerResponse)) return false
    begin(response)
    const refusal = refusalOf(request)
    if (refusal) {
      const { status, fields, body } = answerTo(refusal, request.headers.accept)
      response.writeHead(status, fields).end(body)
    }
    return refusal !== undefined
  })
  takeOver(server, 'upgrade', (request, socket) => {
    const refusal = refusalOf(request)
    if (refusal && !(socket instanceof ServerResponse)) hangUp(socket, refusal, headers)
    return refusal !== undefined
  })
  server.on('connect', (_, socket) => hangUp(socket, wrongMethod, headers))
  server.on('clientError', (error, socket) => {
    const open = connections.requestsOf(socket)
    const hasBegun = open > 1 || (open === 1 && latest.get(socket)?.headersSent === true)
    // Never into another answer.
    if (!socket.writable || hasBegun) socket.destroy(error)
    else hangUp(socket, parserRefusalOf(error), headers)
  })
}

/** Asks `first` before the listeners that are there; they do not hear of what it has answered. */
function takeOver(
  server: Server,
  event: 'request' | 'upgrade',
  first: (request: IncomingMessage, to: ServerResponse | Connection) => boolean,
): void {
  const listeners = server.listeners(event)
  if (listeners.length === 0) return
  server.removeAllListeners(event)
  server.on(event, (request: IncomingMessage, to: ServerResponse | Connection, head?: Buffer) => {
    if (first(request, to)) return
    for (const listener of listeners) Reflect.apply(listener, server, [request, to, head])
  })
}

/** The parser does not know every method by name, so TRACK and the like come as an error of it. */
function parserRefusalOf(error: NodeJS.ErrnoException & { rawPacket?: unknown }): Refusal {
  const { code = '', rawPacket } = error
  const line = Buffer.isBuffer(rawPacket) ? rawPacket.toString('latin1', 0, 2_048) : ''
  if (code === 'HPE_INVALID_METHOD' && /^[A-Z][A-Z-]{0,31} \S+ HTTP\/1\.[01]\r?\n/.test(line))
    return wrongMethod
  return parserRefusals[code] ?? malformed
}

function hangUp(socket: Connection, refusal: Refusal, headers: Record<string, string>): void {
  const { status, fields, body } = answerTo(refusal, undefined)
  const lines = Object.entries({ ...headers, ...fields }).map(([name, value]) => `${name}: ${value}`)
  const text = `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('\r\n')}\r\n\r\n${body}`
  socket.on('error', () => {})
  socket.end(text, () => socket.destroy())
}

/** Problem details (RFC 9457), or plain words for a browser that shows a page. */
function answerTo({ status, ...refusal }: Refusal, accept: string | undefined) {
  const problem: ProblemDetails = { type: 'about:blank', status, ...refusal, request_id: randomUUID() }
  const isPage = accept?.includes('text/html') ?? false
  const body = isPage ? `${refusal.title}\n\n${refusal.detail}\n` : JSON.stringify(problem)
  const fields: Record<string, string> = {
    'content-type': isPage ? 'text/plain; charset=utf-8' : 'application/problem+json',
    'content-length': String(Buffer.byteLength(body)),
    'cache-control': 'no-store',
    'x-request-id': problem.request_id,
    connection: 'close',
    ...(status === 405 && { allow: methods.join(', ') }),
  }
  return { status, fields, body }
}

type RequestStart = { request: IncomingMessage; response: ServerResponse; server: Server }

/** Message that Node documents for the channel. */
export function isRequestStart(message: unknown): message is RequestStart {
  return (
    typeof message === 'object' &&
    message !== null &&
    'request' in message &&
    'response' in message &&
    'server' in message
  )
}
