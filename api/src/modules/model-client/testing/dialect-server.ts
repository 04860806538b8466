import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { z } from 'zod'

const requestSchema = z.looseObject({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })).default([]),
  stream: z.boolean().optional(),
})
export type DialectRequest = z.infer<typeof requestSchema> & {
  path: string
  headers: IncomingMessage['headers']
}

/** Answers a request, or says by `next` that the dialect has nothing against it. */
export type Dialect = (request: DialectRequest, answer: ServerResponse) => 'next' | undefined

export type DialectServer = {
  /** With `/v1`. */
  baseUrl: string
  requests: DialectRequest[]
  stop: () => Promise<void>
}

/** A real HTTP server that plays one: each dialect looks at a request in turn, until one answers. */
export async function startDialectServer(...dialects: Dialect[]): Promise<DialectServer> {
  const requests: DialectRequest[] = []
  const server = createServer(async (incoming, answer) => {
    let body = ''
    for await (const chunk of incoming) body += String(chunk)
    const parsed = requestSchema.safeParse(body === '' ? { model: '' } : JSON.parse(body))
    const request = {
      ...(parsed.data ?? { model: '', messages: [] }),
      path: incoming.url ?? '',
      headers: incoming.headers,
    }
    requests.push(request)
    const isAnswered = dialects.some((dialect) => dialect(request, answer) !== 'next')
    if (!isAnswered) sendError(answer, 404, '404 page not found')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('the server has no port')
  return {
    baseUrl: `http://127.0.0.1:${address.port}/v1`,
    requests,
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

export function sendError(answer: ServerResponse, status: number, body: object | string): undefined {
  const isText = typeof body === 'string'
  answer.writeHead(status, { 'content-type': isText ? 'text/plain' : 'application/json' })
  answer.end(isText ? body : JSON.stringify(body))
}

/** Refuses requests that `asks` finds something in. */
export function refuses(
  asks: (request: DialectRequest) => boolean,
  status: number,
  body: object | string,
): Dialect {
  return (request, answer) => (asks(request) ? sendError(answer, status, body) : 'next')
}
export const asksFor =
  (...fields: string[]) =>
  (request: DialectRequest) =>
    fields.some((field) => field in request)
export const asksForFormat = (type: string) => (request: DialectRequest) =>
  JSON.stringify(request.response_format ?? '').includes(`"type":"${type}"`)
export const hasRole = (role: string) => (request: DialectRequest) =>
  request.messages.some((message) => message.role === role)

const usage = { prompt_tokens: 11, completion_tokens: 7 }

/** Answers chat completions with this content, whole or streamed in pieces; `reasoning` comes in a field of its own. */
export function says(
  content: string | object[],
  options: { reasoning?: object; pieces?: number; only?: 'stream' | 'whole' } = {},
): Dialect {
  const { reasoning = {}, pieces = 3, only } = options
  return (request, answer) => {
    if (request.path.split('?')[0] !== '/v1/chat/completions') return 'next'
    if (only === 'whole' || (only !== 'stream' && !request.stream)) {
      const message = { role: 'assistant', content, ...reasoning }
      answer.writeHead(200, { 'content-type': 'application/json' })
      answer.end(JSON.stringify({ choices: [{ index: 0, message, finish_reason: 'stop' }], usage }))
      return undefined
    }
    answer.writeHead(200, { 'content-type': 'text/event-stream; charset=utf-8' })
    const send = (delta: object, finish_reason: string | null = null) =>
      answer.write(`data: ${JSON.stringify({ choices: [{ index: 0, delta, finish_reason }] })}\n\n`)
    // As Azure begins: without any choice.
    answer.write(': processing\n\ndata: {"choices":[],"prompt_filter_results":[]}\n\n')
    send({ role: 'assistant', content: '' })
    if (options.reasoning) send(reasoning)
    if (typeof content === 'string')
      for (let from = 0; from < content.length; from += pieces)
        send({ content: content.slice(from, from + pieces) })
    else send({ content })
    send({}, 'stop')
    answer.write(`data: ${JSON.stringify({ choices: [], usage })}\n\n`)
    answer.end('data: [DONE]')
    return undefined
  }
}
