import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { setTimeout as delay } from 'node:timers/promises'

const READY_WITHIN_MS = 120_000

/** A process that can be killed and started again where it was. */
export type Restartable = {
  url: string
  start: () => Promise<void>
  kill: () => Promise<void>
  stop: () => Promise<void>
}

/** `start` waits until `readyPath` is answered well. */
export function restartable(options: {
  url: string
  readyPath: string
  args: string[]
  cwd: string
  env: Record<string, string>
}): Restartable {
  const { url, args, cwd, env } = options
  let child: ChildProcess | undefined

  async function end(signal: NodeJS.Signals): Promise<void> {
    if (!child || child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    child.kill(signal)
    await ended
  }

  return {
    url,
    async start() {
      const started = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
        cwd,
        stdio: ['ignore', 'ignore', 'inherit'],
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...env },
      })
      child = started
      const deadline = Date.now() + READY_WITHIN_MS
      while (started.exitCode === null && !started.signalCode && Date.now() < deadline) {
        if (await fetch(url + options.readyPath).then(isOk, () => false)) return
        await delay(50)
      }
      // One that was killed meanwhile is nobody's mistake.
      if (!started.signalCode)
        throw new Error(`a process did not become ready (exit code ${started.exitCode}): ${args.join(' ')}`)
    },
    kill: () => end('SIGKILL'),
    stop: () => end('SIGTERM'),
  }
}

async function isOk(response: Response): Promise<boolean> {
  await response.body?.cancel()
  return response.ok
}
