import fs from 'node:fs'
import path from 'node:path'
import { cloneTemplate } from '@codify/db/testing'
import { sql } from 'kysely'
import { expect, inject, test } from 'vitest'
import { queueGeneration } from '../modules/generations/testing.ts'
import { createApp } from './create-app.ts'
import { createMetrics } from './metrics.ts'
import { useTestApi } from './testing.ts'
import { readProblem } from './testing-answers.ts'

const api = useTestApi()

async function figures(): Promise<Map<string, number>> {
  return figuresOf(await (await api.call('GET', '/metrics')).text())
}

function figuresOf(text: string): Map<string, number> {
  const lines = text.split('\n').filter((line) => line && !line.startsWith('#'))
  return new Map(lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.split(' ').at(-1))]))
}

test('requests are counted under their route, never their path', async () => {
  await api.call('GET', '/v1/problems/two-sum')
  await api.call('GET', '/v1/problems/3sum')
  const counted = await figures()
  const key =
    'codify_http_request_duration_seconds_count{method="GET",route="/v1/problems/:slug",status="200"}'
  expect(counted.get(key)).toBe(2)
  expect([...counted.keys()].join()).not.toContain('two-sum')
})

test('a generation that waits shows in the queue, with its age', async () => {
  // No worker runs on this database, so what is queued stays queued.
  const database = await cloneTemplate(inject('template'))
  try {
    const metrics = createMetrics({ database })
    expect(figuresOf((await metrics.read()).text).get('codify_generations_waiting')).toBe(0)
    const { id } = await queueGeneration(database.db)
    const created_at = sql<Date>`now() - interval '1 minute'`
    await database.db.updateTable('generations').set({ created_at }).where('id', '=', id).execute()
    const counted = figuresOf((await metrics.read()).text)
    expect(counted.get('codify_generations_waiting')).toBe(1)
    expect(counted.get('codify_generations_oldest_waiting_seconds')).toBeGreaterThanOrEqual(60)
  } finally {
    await database.close()
  }
})

test('on a server the pool is shown', async () => {
  const counted = await figures()
  const pool = [...counted.keys()].filter((key) => key.startsWith('codify_database_connections'))
  expect(pool).toHaveLength(api.database.kind === 'postgres' ? 3 : 0)
})

test('with a token configured the figures are for whoever shows it', async () => {
  const app = createApp({ ...api.deps, metricsToken: 'a long enough token' })
  await readProblem(await app.request('/metrics'), { status: 401, code: 'metrics.token_required' })
  const wrong = await app.request('/metrics', { headers: { authorization: 'Bearer another' } })
  await readProblem(wrong, { status: 401, code: 'metrics.token_required' })
  const right = await app.request('/metrics', { headers: { authorization: 'Bearer a long enough token' } })
  expect(right.status).toBe(200)
})

test('every figure that the dashboard and the alerts ask for is there', async () => {
  const deploy = path.resolve(import.meta.dirname, '../../../docs/deploy')
  const files = ['grafana/codify.json', 'prometheus/alerts.yml']
  const asked = files.flatMap(
    (file) => fs.readFileSync(path.join(deploy, file), 'utf8').match(/codify_\w+/g) ?? [],
  )
  const { text } = await api.deps.metrics.read()
  const there = new Set([...text.matchAll(/^# TYPE (\w+)/gm)].map(([, name]) => name))
  // The embedded database has no pool.
  if (api.database.kind === 'embedded') there.add('codify_database_connections')
  const missing = asked.filter((name) => !there.has(name.replace(/_(bucket|count|sum)$/, '')))
  expect(asked.length).toBeGreaterThan(20)
  expect(missing).toEqual([])
})
