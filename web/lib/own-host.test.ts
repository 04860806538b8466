import { createServer, type IncomingMessage } from 'node:http'
import net from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { asksForUs, isOwnHost } from './own-host.ts'

const local = 'http://localhost:3000'
const online = 'https://codify.example.org'

test.each([
  [online, 'codify.example.org'],
  [online, 'Codify.EXAMPLE.org'],
  [online, 'codify.example.org.'],
  [online, 'codify.example.org:443'],
  [online, 'codify.example.org.:443'],
  ['https://codify.example.org:8443', 'codify.example.org:8443'],
  ['http://codify.example.org', 'codify.example.org:80'],
  ['https://bücher.example', 'xn--bcher-kva.example'],
  ['http://app.localhost:3000', 'app.localhost:3000'],
  [local, 'localhost:3000'],
  [local, 'LOCALHOST:3000'],
  [local, '127.0.0.1:3000'],
  [local, '[::1]:3000'],
  ['http://127.0.0.1:3000', 'localhost:3000'],
  ['http://[::1]:3000', '127.0.0.1:3000'],
  ['http://localhost', 'localhost'],
  // The pages listen on another port than people open: a forwarded one.
  [local, 'localhost:5000'],
])('%s answers to the host %s', (publicUrl, host) => {
  expect(isOwnHost({ host, publicUrl, listeningPort: 5000 })).toBe(true)
})

test.each([
  [online, undefined],
  [online, ''],
  [online, '.'],
  [online, 'evil.example'],
  [online, 'codify.example.org.evil.example'],
  [online, 'evil-codify.example.org'],
  [online, 'codify.example.org..'],
  [online, 'codify.example.org:80'],
  [online, 'codify.example.org:5000'],
  [online, 'codify.example.org:'],
  [online, 'codify.example.org:0443'],
  [online, 'codify.example.org, evil.example'],
  [online, 'codify.example.org evil.example'],
  [online, 'user@codify.example.org'],
  [online, 'codify.example.org/'],
  [online, 'codify.example.org\\@evil.example'],
  [online, 'https://codify.example.org'],
  [online, 'localhost'],
  [online, '127.0.0.1'],
  [online, '[::1]:443'],
  ['https://codify.example.org:8443', 'codify.example.org'],
  [local, 'localhost'],
  [local, 'localhost:3001'],
  [local, '127.0.0.1'],
  [local, 'rebound.evil.example:3000'],
  [local, 'localhost.evil.example:3000'],
  [local, 'app.localhost:3000'],
  [local, '127.0.0.2:3000'],
  [local, '0.0.0.0:3000'],
  [local, '2130706433:3000'],
  [local, '[::ffff:127.0.0.1]:3000'],
  [local, '192.168.1.4:3000'],
])('%s does not answer to the host %j', (publicUrl, host) => {
  expect(isOwnHost({ host, publicUrl, listeningPort: 5000 })).toBe(false)
})

describe('a request', () => {
  let last: IncomingMessage | undefined
  const server = createServer((request, response) => {
    last = request
    response.end()
  })
  beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)))
  afterAll(() => {
    server.close()
  })

  /** As Node's parser understands these bytes. */
  async function parse(text: string): Promise<IncomingMessage> {
    const address = server.address()
    if (typeof address !== 'object' || !address) throw new Error('not listening')
    const socket = net.connect(address.port, '127.0.0.1')
    socket.write(text)
    await new Promise((resolve) => socket.once('data', resolve))
    socket.destroy()
    if (!last) throw new Error('nothing came')
    return last
  }
  const own = 'Host: codify.example.org\r\n'
  const get = (fields: string, target = '/signin') => `GET ${target} HTTP/1.1\r\n${fields}\r\n`

  test.each([
    ['with our host', get(own), 0],
    ['with a forwarded host that nobody may name', get(`${own}X-Forwarded-Host: evil.example\r\n`), 0],
    [
      'with our host, forwarded by each proxy',
      get(`${own}X-Forwarded-Host: codify.example.org, codify.example.org\r\n`),
      2,
    ],
    ['for a whole address of ours', get(own, 'https://codify.example.org/signin'), 0],
    ['of a probe', get('Host: 10.1.2.3:3000\r\n', '/healthz'), 1],
    ['of the API for our keys', get('Host: web:3000\r\n', '/.well-known/jwks.json'), 0],
  ])('%s is for us', async (_, text, trustedProxies) => {
    const request = await parse(text)
    expect(asksForUs(request, { publicUrl: online, trustedProxies })).toBe(true)
    expect(request.url).toMatch(/^\//)
    if (trustedProxies === 0) expect(request.headers['x-forwarded-host']).toBeUndefined()
  })

  test.each([
    ['with another host', get('Host: evil.example\r\n'), 0],
    ['with two hosts', get(`${own}Host: evil.example\r\n`), 0],
    ['with our host twice', get(own + own), 0],
    ['with no host', 'GET /signin HTTP/1.0\r\n\r\n', 0],
    ['with another forwarded host', get(`${own}X-Forwarded-Host: evil.example\r\n`), 1],
    ['with one more forwarded host', get(`${own}X-Forwarded-Host: codify.example.org, evil.example\r\n`), 1],
    ['for a whole address of another', get(own, 'http://evil.example/signin'), 0],
    ['for a whole address with a name in it', get(own, 'https://codify.example.org@evil.example/'), 0],
    ['for a path that begins as a probe’s', get('Host: evil.example\r\n', '/healthz/../signin'), 0],
  ])('%s is not for us', async (_, text, trustedProxies) => {
    const request = await parse(text)
    expect(asksForUs(request, { publicUrl: online, trustedProxies })).toBe(false)
  })
})
