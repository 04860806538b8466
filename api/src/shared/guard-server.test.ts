import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createConnectionLimit } from './connection-limit.ts'
import { guardServer } from './guard-server.ts'
import { problemDetailsSchema } from './schemas.ts'

const headers = { 'x-content-type-options': 'nosniff', 'referrer-policy': 'no-referrer' }
const misdirected = {
  status: 421,
  code: 'request.misdirected',
  title: 'Misdirected',
  detail: 'Ask elsewhere.',
}
let seen = 0
const limits = { maxHeaderSize: 4_096, requestTimeout: 100, connectionsCheckingInterval: 20 }
const server: Server = createServer(limits, (request, response) => {
  seen++
  if (request.url === '/begins') response.write('half of')
  else if (request.url !== '/waits') response.end('from the handler')
})
server.on('upgrade', (_, socket) => {
  seen++
  socket.end('HTTP/1.1 101 Switching Protocols\r\n\r\n')
})
guardServer({
  server,
  headers,
  connections: createConnectionLimit({ perAddress: 100 }),
  refuse: ({ headers: { host } }) => (host === 'evil.example' ? misdirected : undefined),
})
beforeAll(() => once(server.listen(0, '127.0.0.1'), 'listening'))
afterAll(() => {
  server.close()
  server.closeAllConnections()
})

/** The status, the fields and the body that come back for these bytes, until the connection ends or 300 ms are over. */
async function send(text: string) {
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('not listening')
  seen = 0
  const socket = net.connect(address.port, '127.0.0.1')
  let answer = ''
  socket.on('data', (chunk) => {
    answer += chunk.toString()
  })
  socket.on('error', () => {})
  socket.write(text)
  await Promise.race([once(socket, 'close'), new Promise((resolve) => setTimeout(resolve, 300))])
  socket.destroy()
  const [head = '', body = ''] = answer.split('\r\n\r\n', 2)
  const [line = '', ...lines] = head.split('\r\n')
  const fields = Object.fromEntries(
    lines.map((each) => {
      const [name = '', ...value] = each.split(': ')
      return [name.toLowerCase(), value.join(': ')]
    }),
  )
  return { status: Number(line.split(' ')[1]), fields, body }
}

describe('a method that nobody offers', () => {
  test.each([
    'TRACE',
    'TRACK',
    'CONNECT',
    'PROPFIND',
    'SEARCH',
    'PURGE',
    'LINK',
    'FOO',
    'M-SEARCH',
    'BASELINE-CONTROL',
  ])('%s is answered 405 with what is allowed', async (method) => {
    const target = method === 'CONNECT' ? 'example.org:443' : '/'
    const { status, fields, body } = await send(
      `${method} ${target} HTTP/1.1\r\nHost: x\r\nX-Secret: echo\r\n\r\n`,
    )
    expect(status).toBe(405)
    expect(fields.allow).toBe('GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS')
    expect(fields).toMatchObject(headers)
    expect(problemDetailsSchema.parse(JSON.parse(body)).code).toBe('request.method_not_allowed')
    expect(body).not.toContain('echo')
    expect(seen).toBe(0)
  })
})

describe('every answer has its headers', () => {
  const get = 'GET / HTTP/1.1\r\n'
  test.each([
    ['an ordinary one', `${get}Host: x\r\nConnection: close\r\n\r\n`, 200],
    ['one without a host', `${get}\r\n`, 400],
    ['one that expects something', `${get}Host: x\r\nExpect: magic\r\nConnection: close\r\n\r\n`, 417],
    ['one that is refused', `${get}Host: evil.example\r\n\r\n`, 421],
    ['one that is no HTTP', 'hello\r\n\r\n', 400],
    ['one that speaks TLS', '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03', 400],
    [
      'one with two lengths',
      'POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n',
      400,
    ],
    ['one with long headers', `${get}Host: x\r\nX-A: ${'a'.repeat(8_192)}\r\n\r\n`, 431],
  ])('%s', async (_, text, status) => {
    const answer = await send(text)
    expect(answer.status).toBe(status)
    expect(answer.fields).toMatchObject(headers)
  })
})

test('what is refused never reaches a handler, and a browser is told in plain words', async () => {
  const { body, fields } = await send('GET / HTTP/1.1\r\nHost: evil.example\r\nAccept: text/html\r\n\r\n')
  expect(fields['content-type']).toBe('text/plain; charset=utf-8')
  expect(body).toBe('Misdirected\n\nAsk elsewhere.\n')
  expect(seen).toBe(0)
  const upgrade = 'Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n'
  expect((await send(`GET / HTTP/1.1\r\nHost: evil.example\r\n${upgrade}`)).status).toBe(421)
  expect(seen).toBe(0)
  expect((await send(`GET / HTTP/1.1\r\nHost: x\r\n${upgrade}`)).status).toBe(101)
})

test('a broken request behind one that is answered does not write into that answer', async () => {
  const { status, body } = await send('GET / HTTP/1.1\r\nHost: x\r\n\r\nTRACK / HTTP/1.1\r\nHost: x\r\n\r\n')
  expect(status).toBe(200)
  expect(body.startsWith('from the handler')).toBe(true)
})

test('a body that does not come is told so, unless its answer has begun', async () => {
  const post = (path: string) => `POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n`
  const slow = await send(post('/waits'))
  expect(slow.status).toBe(408)
  expect(slow.fields).toMatchObject(headers)
  const begun = await send(post('/begins'))
  expect(begun.status).toBe(200)
  expect(begun.body).not.toContain('408')
})
