import { once } from 'node:events'
import http from 'node:http'
import { portOf } from './ports.ts'

/** How long a replica may take for an answer's head before it counts as gone. */
const PATIENCE_MS = 10_000

/**
 * A load balancer as small as can be: round robin, and another replica for a request that may be sent twice. One that
 * may not is answered with 503. Streams pass as they come.
 */
export async function startBalancer(targets: string[]): Promise<{ url: string; stop: () => Promise<void> }> {
  const agent = new http.Agent({ keepAlive: false })
  let turn = 0

  const server = http.createServer(async (request, response) => {
    const chunks: Buffer[] = []
    for await (const chunk of request) chunks.push(chunk)
    const body = Buffer.concat(chunks)
    const mayRepeat = request.method !== 'POST' || request.headers['idempotency-key'] !== undefined
    for (let tries = 0; tries < targets.length * 2; tries++) {
      const target = targets[turn++ % targets.length] ?? ''
      const outcome = await forward({ target, request, body, response })
      if (outcome === 'answered') return
      if (outcome === 'lost' && !mayRepeat) break
    }
    if (!response.headersSent)
      response
        .writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' })
        .end(JSON.stringify({ title: 'No replica answered', status: 503, code: 'balancer.unavailable' }))
  })

  /** `refused`: it was never sent. `lost`: it was, and the replica went before it had answered. */
  function forward(options: {
    target: string
    request: http.IncomingMessage
    body: Buffer
    response: http.ServerResponse
  }): Promise<'answered' | 'refused' | 'lost'> {
    const { target, request, body, response } = options
    const { method, headers } = request
    const { promise, resolve } = Promise.withResolvers<'answered' | 'refused' | 'lost'>()
    const upstream = http.request(target + request.url, { method, headers, agent, timeout: PATIENCE_MS })
    upstream.on('timeout', () => upstream.destroy())
    upstream.on('error', (error: NodeJS.ErrnoException) =>
      resolve(error.code === 'ECONNREFUSED' ? 'refused' : 'lost'),
    )
    upstream.on('response', async (answer) => {
      try {
        if (answer.headers['content-type']?.startsWith('text/event-stream')) {
          response.writeHead(answer.statusCode ?? 502, answer.headers)
          response.on('close', () => upstream.destroy())
          resolve('answered')
          for await (const chunk of answer) response.write(chunk)
          response.end()
        } else {
          const parts: Buffer[] = []
          for await (const chunk of answer) parts.push(chunk)
          response.writeHead(answer.statusCode ?? 502, answer.headers).end(Buffer.concat(parts))
          resolve('answered')
        }
      } catch {
        if (response.headersSent) response.destroy()
        resolve('lost')
      }
    })
    upstream.end(body)
    return promise
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    async stop() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
