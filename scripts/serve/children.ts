import { type ChildProcess, spawn } from 'node:child_process'
import path from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { StartError } from './settings.ts'

const preload = path.join(import.meta.dirname, 'end-with-parent.ts')

export type Ending = { code: number | null; signal: NodeJS.Signals | null }

export type Child = {
  name: string
  ended: Promise<Ending>
  /** Counts the error output so far as the child's own explanation of its end. */
  hasExplained: () => boolean
  stop: () => Promise<void>
}

export type ChildOptions = {
  name: string
  /** Arguments of Node itself: a script and its arguments. */
  args: string[]
  cwd: string
  env: Record<string, string>
  /** Which lines reach the terminal; absent, all of them. */
  shows?: (line: string) => boolean
}

/** Every process that the start has running, so that all of them can be ended. */
export type Children = {
  start: (options: ChildOptions) => Child
  isStopping: () => boolean
  stopAll: () => Promise<void>
}

/** Children get `graceMs` (milliseconds) between the request to end and the kill. */
export function createChildren({ graceMs }: { graceMs: number }): Children {
  const running = new Set<Child>()
  let stopping = false
  return {
    start: (options) => {
      if (stopping) throw new StartError('Codify is stopping.')
      const child = startChild(options, graceMs)
      running.add(child)
      void child.ended.then(() => running.delete(child))
      return child
    },
    isStopping: () => stopping,
    stopAll: async () => {
      stopping = true
      await Promise.all([...running].map((child) => child.stop()))
    },
  }
}

function startChild({ name, args, cwd, env, shows = () => true }: ChildOptions, graceMs: number): Child {
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', '--import', preload, ...args],
    {
      cwd,
      env: { ...env, CODIFY_PARENT: String(process.pid) },
      // A group of its own: Ctrl-C reaches this process alone, which then ends the children in good order.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    },
  )
  const ended = new Promise<Ending>((resolve) => {
    child.once('error', () => resolve({ code: 1, signal: null }))
    child.once('close', (code, signal) => resolve({ code, signal }))
  })
  let explained = false
  eachLine(child.stdout, (line) => shows(line) && console.log(line))
  eachLine(child.stderr, (line) => {
    if (!shows(line)) return
    explained = true
    console.error(line)
  })
  return {
    name,
    ended,
    hasExplained: () => explained,
    stop: async () => {
      child.kill('SIGTERM')
      const kill = setTimeout(() => killGroup(child), graceMs)
      await ended
      clearTimeout(kill)
      // Kills processes that the child started and left behind.
      killGroup(child)
    },
  }
}

function eachLine(stream: Readable | null, take: (line: string) => void): void {
  if (stream) createInterface({ input: stream }).on('line', take)
}

function killGroup({ pid }: ChildProcess): void {
  if (pid === undefined) return
  try {
    process.kill(-pid, 'SIGKILL')
  } catch {
    // Nobody of the group is left.
  }
}
