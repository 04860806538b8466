import type { Duplex } from 'node:stream'
import { readAddress } from './client-address.ts'

/** A connection as far as it is counted: of a server's socket. */
export type Connection = Duplex & { remoteAddress?: string | undefined }
type Caller = { open: Set<Connection>; idle: Set<Connection> }

export type ConnectionLimit = ReturnType<typeof createConnectionLimit>

/**
 * Limits the connections that one address (IPv6: one /64 network) has open at a time. One more closes the connection
 * of that address that has been idle for longest; while all of them are answered, the new one is closed.
 */
export function createConnectionLimit({
  perAddress,
}: {
  /** Absent: no limit, because a reverse proxy is the only address that connects. */
  perAddress: number | undefined
}) {
  const callers = new Map<string, Caller>()
  const callerOf = new WeakMap<Connection, Caller>()
  const requests = new WeakMap<Connection, number>()

  function opened(connection: Connection): void {
    const address = readAddress(connection.remoteAddress)
    if (perAddress === undefined || address === undefined) return
    const caller = callers.get(address) ?? { open: new Set(), idle: new Set() }
    if (caller.open.size >= perAddress) {
      const [oldest] = caller.idle
      if (!oldest) {
        connection.destroy()
        return
      }
      uncount(oldest)
      oldest.destroy()
    }
    callers.set(address, caller)
    callerOf.set(connection, caller)
    caller.open.add(connection)
    caller.idle.add(connection)
    connection.once('close', () => {
      uncount(connection)
      if (caller.open.size === 0 && callers.get(address) === caller) callers.delete(address)
    })
  }

  function uncount(connection: Connection): void {
    const caller = callerOf.get(connection)
    caller?.open.delete(connection)
    caller?.idle.delete(connection)
    callerOf.delete(connection)
  }

  function began(connection: Connection): void {
    requests.set(connection, (requests.get(connection) ?? 0) + 1)
    callerOf.get(connection)?.idle.delete(connection)
  }

  function ended(connection: Connection): void {
    const left = (requests.get(connection) ?? 1) - 1
    requests.set(connection, left)
    if (left === 0) callerOf.get(connection)?.idle.add(connection)
  }

  return {
    opened,
    began,
    ended,
    /** How many requests of a connection are being answered. */
    requestsOf: (connection: Connection) => requests.get(connection) ?? 0,
    /** No longer counts a connection, because a valid token has come over it. */
    vouchFor: uncount,
  }
}
