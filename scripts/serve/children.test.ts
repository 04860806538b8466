import { spawn } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createChildren } from './children.ts'

let folder: string
beforeEach(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-children-'))
})
afterEach(() => fs.rmSync(folder, { recursive: true, force: true }))

const forever = 'setInterval(() => {}, 1_000)'
const deaf = `process.on('SIGTERM', () => {}); ${forever}`

/** A program that starts a process of its own and writes down both numbers. */
function parentOf(program: string): string {
  return `
    import { spawn } from 'node:child_process'
    import fs from 'node:fs'
    const own = spawn(process.execPath, ['--eval', ${JSON.stringify(program)}], { stdio: 'ignore' })
    fs.writeFileSync(${JSON.stringify(path.join(folder, 'draft'))}, process.pid + ' ' + own.pid)
    fs.renameSync(${JSON.stringify(path.join(folder, 'draft'))}, ${JSON.stringify(path.join(folder, 'pids'))})
    ${program}`
}

async function readPids(): Promise<number[]> {
  const file = path.join(folder, 'pids')
  while (!fs.existsSync(file)) await delay(20)
  return fs.readFileSync(file, 'utf8').split(' ').map(Number)
}

async function untilGone(pids: number[]): Promise<void> {
  while (pids.some(isAlive)) await delay(20)
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    // A process that ended and was not yet collected no longer runs.
    const stat = `/proc/${pid}/stat`
    return !fs.existsSync(stat) || !/\) Z /.test(fs.readFileSync(stat, 'utf8'))
  } catch {
    return false
  }
}

test('a child that is asked to end takes what it started with it, even when it does not listen', async () => {
  const children = createChildren({ graceMs: 300 })
  const args = ['--input-type=module', '--eval', parentOf(deaf)]
  children.start({ name: 'The child', args, cwd: folder, env: {} })
  const pids = await readPids()
  expect(pids.every(isAlive)).toBe(true)
  await children.stopAll()
  await untilGone(pids)
})

test('children end by themselves when the process that started them is killed hard', async () => {
  const program = `
    const { createChildren } = await import(${JSON.stringify(path.join(import.meta.dirname, 'children.ts'))})
    const args = ['--input-type=module', '--eval', ${JSON.stringify(parentOf(forever))}]
    createChildren({ graceMs: 300 }).start({ name: 'The child', args, cwd: ${JSON.stringify(folder)}, env: {} })`
  const starter = spawn(process.execPath, ['--input-type=module', '--eval', program], { stdio: 'inherit' })
  const pids = await readPids()
  // The child is armed a moment after it runs, at the latest when it has written its numbers.
  starter.kill('SIGKILL')
  await once(starter, 'exit')
  await untilGone(pids)
})

test('nothing is started any more once everything is being ended', async () => {
  const children = createChildren({ graceMs: 300 })
  await children.stopAll()
  expect(() =>
    children.start({ name: 'The child', args: ['--eval', forever], cwd: folder, env: {} }),
  ).toThrow()
})
