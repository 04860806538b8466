import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { backUpRunning } from '../../scripts/backup/back-up-running.ts'
import { useTestApi } from '../src/app/testing.ts'
import { startOperatorServer } from '../src/operator/operator-server.ts'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-operator-'))
const api = useTestApi()
const logger = pino({ level: 'silent' })
let operator: Awaited<ReturnType<typeof startOperatorServer>> | undefined
const newFile = () => path.join(dataDir, 'backups', randomUUID())

beforeAll(async () => {
  fs.mkdirSync(path.join(dataDir, 'backup-left'))
  operator = await startOperatorServer({ db: api.database.db, dataDir, logger })
})
afterAll(async () => {
  await operator?.stop()
  fs.rmSync(dataDir, { recursive: true, force: true })
})

test('a running API backs itself up for whoever can read the data folder, and goes on answering', async () => {
  const file = newFile()
  const [contents, answer] = await Promise.all([
    backUpRunning({ dataDir, file }),
    api.call('GET', '/v1/problems'),
  ])
  expect(answer.status).toBe(200)
  expect(contents.find(({ table }) => table === 'problems')?.rows).toBeGreaterThan(300)
  expect(fs.statSync(file).mode & 0o777).toBe(0o600)
  expect(fs.statSync(path.join(dataDir, 'operator.json')).mode & 0o777).toBe(0o600)
  // Neither this backup nor one that was killed leaves a draft.
  expect(fs.readdirSync(dataDir).sort()).toEqual(['backups', 'operator.json'])
})

test('nobody else gets anything', async () => {
  const { port, secret } = JSON.parse(fs.readFileSync(path.join(dataDir, 'operator.json'), 'utf8'))
  for (const authorization of ['', 'Bearer ', `Bearer ${secret}x`, `Bearer ${secret.toUpperCase()}`]) {
    const answer = await fetch(`http://127.0.0.1:${port}/backup`, {
      method: 'POST',
      headers: { authorization },
    })
    expect(answer.status).toBe(401)
  }
  const wrong = await fetch(`http://127.0.0.1:${port}/other`, {
    headers: { authorization: `Bearer ${secret}` },
  })
  expect(wrong.status).toBe(404)
})

test('who finds nobody there is told what to do', async () => {
  await operator?.stop()
  await expect(backUpRunning({ dataDir, file: newFile() })).rejects.toThrow(/does not answer/)
  fs.writeFileSync(path.join(dataDir, 'operator.json'), JSON.stringify({ port: 1, secret: 'old' }))
  await expect(backUpRunning({ dataDir, file: newFile() })).rejects.toThrow(/does not answer/)
})
