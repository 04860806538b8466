import { once } from 'node:events'
import http from 'node:http'
import { afterAll, beforeAll } from 'vitest'

/** `away`: nobody answers. `no database`: the API answers as it does without one. */
export type Outage = 'none' | 'away' | 'no database'

const withoutDatabase = JSON.stringify({
  type: 'urn:codify:problem:database.unavailable',
  title: 'The database is not available',
  status: 503,
  code: 'database.unavailable',
  detail: 'Try again in a moment.',
  request_id: 'a-test-request',
})

/** A way to the API at `target` that a test can break and mend. */
export function wayToApi(target: () => string): { url: string; set: (outage: Outage) => void } {
  let outage: Outage = 'none'
  let url: string | undefined

  const server = http.createServer((request, response) => {
    if (outage === 'away') return void request.socket.destroy()
    if (outage === 'no database')
      return void response
        .writeHead(503, { 'content-type': 'application/problem+json', 'retry-after': '1' })
        .end(withoutDatabase)
    const { method, headers } = request
    const onward = http.request(target() + request.url, { method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(response)
    })
    onward.on('error', () => request.socket.destroy())
    request.pipe(onward)
  })

  beforeAll(async () => {
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    if (address === null || typeof address === 'string') throw new Error('the way to the API has no port')
    url = `http://127.0.0.1:${address.port}`
  })
  afterAll(async () => {
    server.closeAllConnections()
    server.close()
    await once(server, 'close')
  })

  return {
    get url() {
      if (url === undefined) throw new Error('The way to the API is not open yet.')
      return url
    },
    set(next) {
      outage = next
    },
  }
}
