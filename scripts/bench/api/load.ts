import net from 'node:net'
import { quantile } from '../tables.ts'

export type Request = { method: string; path: string; headers?: Record<string, string>; body?: unknown }
export type Measured = {
  requests: number
  failed: number
  seconds: number
  perSecond: number
  p50: number
  p99: number
}

/**
 * Sends requests over keep-alive connections, one at a time on each, for so many seconds. Raw sockets, because the
 * one that measures shares the machine with what it measures and must cost little.
 */
export async function load(options: {
  port: number
  requests: Request[]
  connections: number
  seconds: number
}): Promise<Measured> {
  const texts = options.requests.map((request) => toText(request, options.port))
  const times: number[] = []
  const count = { next: 0, failed: 0 }
  const begun = performance.now()
  const end = begun + options.seconds * 1000
  await Promise.all(
    Array.from({ length: options.connections }, () => run({ port: options.port, texts, times, count, end })),
  )
  const seconds = (performance.now() - begun) / 1000
  return {
    requests: times.length,
    failed: count.failed,
    seconds,
    perSecond: times.length / seconds,
    p50: quantile(times, 0.5),
    p99: quantile(times, 0.99),
  }
}

function toText({ method, path, headers = {}, body }: Request, port: number): Buffer {
  const content = body === undefined ? '' : JSON.stringify(body)
  const lines = [
    `${method} ${path} HTTP/1.1`,
    `host: 127.0.0.1:${port}`,
    ...Object.entries(headers).map(([name, value]) => `${name}: ${value}`),
    ...(body === undefined
      ? []
      : ['content-type: application/json', `content-length: ${Buffer.byteLength(content)}`]),
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n${content}`)
}

type Run = {
  port: number
  texts: Buffer[]
  times: number[]
  count: { next: number; failed: number }
  end: number
}

function run({ port, texts, times, count, end }: Run): Promise<void> {
  return new Promise((resolve, reject) => {
    const socket = net.connect({ port, host: '127.0.0.1', noDelay: true })
    let started = 0
    let missing = 0
    let head = ''
    const send = () => {
      started = performance.now()
      if (started >= end) return socket.end(() => resolve())
      socket.write(texts[count.next++ % texts.length] ?? Buffer.alloc(0))
    }
    socket.once('connect', send)
    socket.once('error', reject)
    socket.on('data', (chunk) => {
      if (missing > 0) missing -= chunk.length
      else {
        head += chunk.toString('latin1')
        const at = head.indexOf('\r\n\r\n')
        if (at < 0) return
        const length = /\r\ncontent-length: (\d+)/i.exec(head.slice(0, at))?.[1]
        if (length === undefined && !/^HTTP\/1.1 204/.test(head))
          return reject(new Error(`an answer without a length: ${head.slice(0, 200)}`))
        if (!/^HTTP\/1.1 2/.test(head)) count.failed += 1
        missing = at + 4 + Number(length ?? 0) - head.length
        head = ''
      }
      if (missing === 0) {
        times.push(performance.now() - started)
        send()
      }
    })
  })
}
