import { randomBytes, timingSafeEqual } from 'node:crypto'
import fs from 'node:fs'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { pipeline } from 'node:stream/promises'
import { backUp, type Db } from '@codify/db'
import type { Logger } from 'pino'

const DRAFT = 'backup-'

/**
 * A door for whoever can read the data folder: only this process may open the embedded database, so only it can back
 * it up while it runs. Listens on this machine alone, on a port and for a secret that `operator.json` names.
 */
export async function startOperatorServer({
  db,
  dataDir,
  logger,
}: {
  db: Db
  dataDir: string
  logger: Logger
}): Promise<{ stop: () => Promise<void> }> {
  const secret = randomBytes(32).toString('base64url')
  const server = http.createServer((request, response) => {
    answer({ request, response }).catch((err: unknown) => {
      logger.error({ err }, 'the backup failed')
      if (response.headersSent) response.destroy()
      else response.writeHead(500).end('The backup failed; the reason is in the log of the API.')
    })
  })

  async function answer({
    request,
    response,
  }: {
    request: http.IncomingMessage
    response: http.ServerResponse
  }) {
    if (!isSame(request.headers.authorization, `Bearer ${secret}`)) {
      response.writeHead(401).end()
    } else if (request.method !== 'POST' || request.url !== '/backup') {
      response.writeHead(404).end()
    } else {
      // Through a file, so that a slow reader does not hold up the database's one connection.
      const folder = fs.mkdtempSync(path.join(dataDir, DRAFT))
      try {
        const file = path.join(folder, 'archive')
        await backUp({ db, file })
        await pipeline(fs.createReadStream(file), response)
      } finally {
        fs.rmSync(folder, { recursive: true, force: true })
      }
    }
  }

  // Left by a backup whose process was killed.
  for (const name of fs.readdirSync(dataDir))
    if (name.startsWith(DRAFT)) fs.rmSync(path.join(dataDir, name), { recursive: true, force: true })
  const file = path.join(dataDir, 'operator.json')
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port: 0, host: '127.0.0.1' }, resolve)
  })
  const port = portOf(server.address())
  fs.rmSync(file, { force: true })
  fs.writeFileSync(file, JSON.stringify({ port, secret }), { mode: 0o600, flag: 'wx' })
  return {
    async stop() {
      fs.rmSync(file, { force: true })
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}

function isSame(given: string | undefined, expected: string): boolean {
  const [left, right] = [Buffer.from(given ?? ''), Buffer.from(expected)]
  return left.length === right.length && timingSafeEqual(left, right)
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === 'string') throw new Error('the operator server has no port')
  return address.port
}
