import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as delay } from 'node:timers/promises'
import { portOf } from './ports.ts'

export type TcpProxy = {
  port: number
  /** Sets the mode of traffic from now on; `refuse` also cuts open connections. */
  set: (mode: 'pass' | 'stall' | 'refuse' | { slowMs: number }) => void
  /** Resets every open connection. */
  cut: () => void
  stop: () => Promise<void>
}

/** A way to a server that can be slow, dead or gone. */
export async function startTcpProxy(target: { host: string; port: number }): Promise<TcpProxy> {
  let mode: Parameters<TcpProxy['set']>[0] = 'pass'
  const sockets = new Set<net.Socket>()
  let resume = Promise.withResolvers<void>()

  const server = net.createServer((client) => {
    if (mode === 'refuse') return client.resetAndDestroy()
    const upstream = net.connect(target)
    for (const [from, to] of [
      [client, upstream],
      [upstream, client],
    ] as const) {
      sockets.add(from)
      from.setNoDelay(true)
      from.on('error', () => to.destroy())
      from.on('close', () => {
        sockets.delete(from)
        to.destroy()
      })
      void pass(from, to)
    }
  })

  async function pass(from: net.Socket, to: net.Socket): Promise<void> {
    try {
      for await (const chunk of from) {
        while (mode === 'stall') await resume.promise
        if (typeof mode === 'object') await delay(mode.slowMs)
        to.write(chunk)
      }
      to.end()
    } catch {
      to.destroy()
    }
  }

  function cut(): void {
    for (const socket of sockets) socket.resetAndDestroy()
  }

  function set(next: typeof mode): void {
    mode = next
    if (mode === 'refuse') cut()
    if (mode === 'stall') return
    resume.resolve()
    resume = Promise.withResolvers()
  }

  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    port: portOf(server),
    cut,
    set,
    async stop() {
      set('refuse')
      server.close()
      await once(server, 'close')
    },
  }
}
