import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, describe, expect, test } from 'vitest'
import { createConnectionLimit } from './connection-limit.ts'
import { guardServer } from './guard-server.ts'

const headers = { 'x-content-type-options': 'nosniff' }
const open: { close: () => void }[] = []
afterEach(() => {
  for (const each of open.splice(0)) each.close()
})

type Running = { port: number; server: Server; connections: ReturnType<typeof createConnectionLimit> }

/** A server on loopback whose `/slow` answers only at the end of the test. */
async function serve({ perAddress }: { perAddress: number | undefined }): Promise<Running> {
  const connections = createConnectionLimit({ perAddress })
  const server = createServer((request, response) => {
    if (request.url === '/vouched') connections.vouchFor(request.socket)
    if (request.url === '/slow') response.write('…')
    else response.end('ok')
  })
  guardServer({ server, headers, connections })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  open.push({
    close: () => {
      server.close()
      server.closeAllConnections()
    },
  })
  const address = server.address()
  if (typeof address !== 'object' || !address) throw new Error('not listening')
  return { port: address.port, server, connections }
}

type Socket = net.Socket & { text: string; hasEnded: boolean }

async function connect(port: number, from = '127.0.0.1'): Promise<Socket> {
  const socket = Object.assign(net.connect({ port, host: '127.0.0.1', localAddress: from }), {
    text: '',
    hasEnded: false,
  })
  socket.on('data', (chunk) => {
    socket.text += chunk.toString()
  })
  socket.on('close', () => {
    socket.hasEnded = true
  })
  socket.on('error', () => {})
  open.push({ close: () => socket.destroy() })
  await once(socket, 'connect')
  return socket
}

async function ask(socket: Socket, path = '/'): Promise<string> {
  socket.text = ''
  socket.write(`GET ${path} HTTP/1.1\r\nHost: x\r\n\r\n`)
  for (let waited = 0; waited < 2_000 && socket.text === '' && !socket.hasEnded; waited += 5) await delay(5)
  return socket.text.slice(0, 15)
}

const stillOpen = (sockets: Socket[]) => sockets.filter(({ hasEnded }) => !hasEnded).length
const settled = (check: () => boolean) => expect.poll(check, { timeout: 5_000, interval: 10 }).toBe(true)

describe('the connections of one address', () => {
  test('are closed beyond the limit, idle ones first and the oldest first, and others are not harmed', async () => {
    const { port } = await serve({ perAddress: 10 })
    const other = await connect(port, '127.0.0.2')
    const idle: Socket[] = []
    for (let count = 0; count < 40; count++) idle.push(await connect(port))
    await settled(() => stillOpen(idle) === 10)
    expect(stillOpen(idle.slice(-10))).toBe(10)
    expect(await ask(other)).toBe('HTTP/1.1 200 OK')
    // Other callers from the same address still get through.
    expect(await ask(await connect(port))).toBe('HTTP/1.1 200 OK')
  })

  test('are refused beyond the limit while all of them are answered', async () => {
    const { port } = await serve({ perAddress: 3 })
    const busy = [await connect(port), await connect(port), await connect(port)]
    for (const socket of busy) expect(await ask(socket, '/slow')).toBe('HTTP/1.1 200 OK')
    const more = await connect(port)
    await settled(() => more.hasEnded)
    expect(stillOpen(busy)).toBe(3)
    expect(await ask(await connect(port, '127.0.0.2'))).toBe('HTTP/1.1 200 OK')
    busy[0]?.destroy()
    await delay(50)
    expect(await ask(await connect(port))).toBe('HTTP/1.1 200 OK')
  })

  test('that were used last are the last to go', async () => {
    const { port } = await serve({ perAddress: 2 })
    const first = await connect(port)
    const second = await connect(port)
    expect(await ask(first)).toBe('HTTP/1.1 200 OK')
    await delay(20)
    await connect(port)
    await settled(() => second.hasEnded)
    expect(await ask(first)).toBe('HTTP/1.1 200 OK')
  })

  test('do not count once a valid token came over them', async () => {
    const { port } = await serve({ perAddress: 2 })
    const vouched = []
    for (let count = 0; count < 5; count++) {
      const socket = await connect(port)
      expect(await ask(socket, '/vouched')).toBe('HTTP/1.1 200 OK')
      vouched.push(socket)
    }
    for (let count = 0; count < 5; count++) await connect(port)
    expect(stillOpen(vouched)).toBe(5)
    for (const socket of vouched) expect(await ask(socket)).toBe('HTTP/1.1 200 OK')
  })

  test('have no limit where a proxy makes all of them', async () => {
    const { port } = await serve({ perAddress: undefined })
    const sockets: Socket[] = []
    for (let count = 0; count < 50; count++) sockets.push(await connect(port))
    await delay(50)
    expect(stillOpen(sockets)).toBe(50)
  })

  test('are forgotten when they have closed', async () => {
    const { port } = await serve({ perAddress: 3 })
    for (let round = 0; round < 20; round++) {
      const socket = await connect(port)
      expect(await ask(socket)).toBe('HTTP/1.1 200 OK')
      socket.destroy()
      await once(socket, 'close')
    }
  })
})
