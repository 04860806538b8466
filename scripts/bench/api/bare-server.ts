// The speed of Node and PostgreSQL without any framework: the same SQL by name, and rows as JSON.
import { readFileSync } from 'node:fs'
import http from 'node:http'
import { z } from 'zod'
import { openPostgres } from '../../../db/src/index.ts'

const settings = z
  .object({
    databaseUrl: z.string(),
    port: z.number(),
    // Parameters that differ between requests are used in turn.
    routes: z.record(
      z.string(),
      z.array(z.array(z.object({ sql: z.string(), parameters: z.array(z.unknown()) }))),
    ),
  })
  .parse(JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')))
const database = openPostgres({ databaseUrl: settings.databaseUrl })
if (database.kind !== 'postgres') throw new Error('A server was asked for.')
const { pool } = database
const texts = [
  ...new Set(
    Object.values(settings.routes)
      .flat(2)
      .map(({ sql }) => sql),
  ),
]
const names = new Map(texts.map((sql, at) => [sql, `bare-${at}`]))
let requests = 0

const server = http.createServer(async (request, response) => {
  const name = request.url?.slice(1) ?? ''
  if (name === 'cpu') return response.end(JSON.stringify(process.cpuUsage()))
  const turns = settings.routes[name] ?? []
  let rows: unknown[] = []
  for (const { sql, parameters } of turns[requests++ % turns.length] ?? [])
    rows = (await pool.query({ name: names.get(sql) ?? '', text: sql, values: parameters })).rows
  const body = JSON.stringify({ items: rows })
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) })
  response.end(body)
})
server.listen(settings.port, '127.0.0.1')
