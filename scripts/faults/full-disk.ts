import { execFile } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { promisify } from 'node:util'
import type { z } from 'zod'
import { commentPageSchema, commentSchema } from '../../api/src/contract.ts'
import { bearer, type Signer } from '../bench/api/tokens.ts'
import { createCaller, type Outcome } from './caller.ts'
import { createReplica } from './replica.ts'
import { createTally, formatRow } from './tally.ts'

const run = promisify(execFile)
const DISK = '320m'
const MB = 1024 * 1024
/** Free space that the ballast leaves. */
const LEFT = MB
const SAYS_SO_WITHIN_MS = 20_000
const PATH = '/v1/problems/two-sum/comments'

/** A disk of its own in memory, where this machine lets one be mounted. */
export async function mountSmallDisk(): Promise<
  { folder: string; unmount: () => Promise<void> } | undefined
> {
  const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'codify-disk-'))
  try {
    await run('mount', ['-t', 'tmpfs', '-o', `size=${DISK},mode=0700`, 'tmpfs', folder])
  } catch {
    await fs.rmdir(folder)
    return undefined
  }
  return {
    folder,
    async unmount() {
      await run('umount', [folder])
      await fs.rmdir(folder)
    },
  }
}

/**
 * The disk of an embedded database is filled to its last megabyte while learners write, and emptied again. Written
 * down and read back are comments.
 *
 * @returns what was not as promised
 */
export async function throughFullDisk({
  folder,
  signer,
  modelUrl,
}: {
  folder: string
  signer: Signer
  modelUrl: string
}): Promise<string[]> {
  const api = await createReplica({ env: { DATA_DIR: path.join(folder, 'data') }, signer, modelUrl })
  const ballast = path.join(folder, 'ballast')
  const violations: string[] = []
  const tally = createTally()
  const caller = createCaller({
    url: api.url,
    learner: randomUUID(),
    identify: (learner) => bearer({ learner, signer }),
    tally: () => tally,
    mayBreak: () => false,
  })
  const kept = new Map<string, string>()
  const write = async () => {
    const body = `Written on a small disk: ${randomUUID()}`
    const outcome = await caller.call({ method: 'POST', path: PATH, schema: commentSchema, body: { body } })
    if (outcome.kind === 'done') kept.set(outcome.body.id, body)
    return outcome.kind
  }
  const ready = async () => (await fetch(`${api.url}/readyz`)).text()
  const until = async (what: string, holds: () => Promise<boolean>): Promise<number> => {
    const begun = performance.now()
    while (performance.now() - begun < SAYS_SO_WITHIN_MS) {
      if (await holds()) return (performance.now() - begun) / 1000
      await delay(100)
    }
    violations.push(`full disk: ${what}`)
    return Number.POSITIVE_INFINITY
  }

  try {
    await api.start()
    for (let times = 0; times < 20; times++) await write()
    if (kept.size < 20) violations.push('full disk: comments are refused before it is full')
    await fill(ballast, folder)
    await until('writes are not refused', async () => (await write()) === 'refused')
    for (let times = 0; times < 20; times++) {
      if ((await write()) !== 'refused') violations.push('full disk: something was written')
      await caller.call({ method: 'GET', path: PATH, schema: commentPageSchema })
    }
    if (!(await ready()).includes('read_only')) violations.push('full disk: /readyz does not say so')
    await fs.rm(ballast)
    const recoverySeconds = await until('it does not recover', async () => (await write()) === 'done')
    await api.kill()
    await api.start()
    const lost = await missing(caller, kept)
    console.log(
      formatRow({ fault: 'the disk of the embedded database full', tally, lost, twice: [], recoverySeconds }),
    )
    return [...violations, ...tally.wrong, ...lost].map(String)
  } finally {
    await api.stop()
  }
}

/** All but the last megabyte, at once. */
async function fill(file: string, folder: string): Promise<void> {
  const { bavail, bsize } = await fs.statfs(folder)
  const handle = await fs.open(file, 'w')
  const piece = Buffer.alloc(MB)
  for (let left = bavail * bsize - LEFT; left > 0; left -= MB)
    await handle.write(piece, 0, Math.min(left, MB))
  await handle.close()
}

async function missing(
  caller: ReturnType<typeof createCaller>,
  kept: Map<string, string>,
): Promise<string[]> {
  const found = new Map<string, string>()
  let cursor: string | null = ''
  do {
    const after: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`
    const outcome: Outcome<z.output<typeof commentPageSchema>> = await caller.call({
      method: 'GET',
      path: `${PATH}?limit=100${after}`,
      schema: commentPageSchema,
    })
    if (outcome.kind !== 'done') return ['the comments cannot be read']
    for (const { id, body } of outcome.body.items) found.set(id, body)
    cursor = outcome.body.next_cursor
  } while (cursor !== null)
  return [...kept].filter(([id, body]) => found.get(id) !== body).map(([id]) => `comment ${id} is lost`)
}
