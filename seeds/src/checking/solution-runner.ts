import { Worker } from 'node:worker_threads'
import type { Job, Outcome, Problem, RunMessage } from '../judge/judge.types.ts'

/** Why a run was ended before its last test. `waiting`: for a promise. */
export type Stopped = 'time' | 'waiting' | 'memory'

/** Result of a run: why it was refused, or an outcome for each test up to the one that was stopped, with the reason. */
export type SolutionRun = {
  refused?: Problem
  outcomes: Outcome[]
  stopped: false | Stopped
  /** Its first test had begun. */
  hasBegun: boolean
  /** How much slower than the reference this machine is. */
  factor: number
}

/** A test's own time is its limit; this is on top, for the way of the messages. */
const GRACE_MS = 500
/** The making of an input, and the reading of a result. */
const PREPARE_MS = 60_000
/** Starting the thread, and Python's interpreter in it. */
const START_MS = 120_000

/**
 * Runs solutions in a thread that is ended when a test takes too long; the next run starts another. Python has its own
 * thread, so that a stopped TypeScript solution does not end the interpreter, which takes a second to start.
 */
export function createSolutionRunner() {
  const threads = new Map<'python' | 'javascript', Worker>()

  function run(job: Job, timeLimitMs: number): Promise<SolutionRun> {
    const kind = job.language === 'python' ? 'python' : 'javascript'
    const current =
      threads.get(kind) ?? new Worker(new URL('./run-thread.ts', import.meta.url), { resourceLimits })
    threads.set(kind, current)
    return new Promise((resolve, reject) => {
      const outcomes: Outcome[] = []
      let timer: NodeJS.Timeout | undefined
      let factor = 1
      let hasBegun = false
      const watch = (ms: number, why: Stopped = 'time') => {
        clearTimeout(timer)
        timer = setTimeout(() => end(why), ms)
      }
      const settle = () => {
        clearTimeout(timer)
        current.off('message', onMessage)
        current.off('error', onError)
      }
      const end = (stopped: Stopped) => {
        settle()
        threads.delete(kind)
        current.once('error', () => {})
        void current.terminate().then(() => resolve({ outcomes, stopped, hasBegun, factor }))
      }
      const onMessage = (message: RunMessage) => {
        switch (message.type) {
          case 'calibrated':
            factor = message.factor
            // Loading the code counts like a test.
            return watch(timeLimitMs * factor + GRACE_MS)
          case 'started':
            hasBegun = true
            return watch(PREPARE_MS)
          case 'phase': {
            const left = timeLimitMs * factor - message.usedMs + GRACE_MS
            if (message.phase === 'prepare') return watch(PREPARE_MS)
            return watch(left, message.phase === 'wait' ? 'waiting' : 'time')
          }
          case 'finished':
            outcomes.push(message.outcome)
            return watch(PREPARE_MS)
        }
        settle()
        resolve({
          outcomes,
          stopped: false,
          hasBegun,
          factor,
          ...(message.type === 'refused' && { refused: message.problem }),
        })
      }
      // Out of memory, say: the solution's doing, so an answer and no failure of the check.
      const onError = (error: Error) => {
        const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        if (memory) return end('memory')
        settle()
        threads.delete(kind)
        reject(error)
      }
      current.on('message', onMessage)
      current.on('error', onError)
      watch(START_MS)
      current.postMessage(job)
    })
  }

  return {
    run,
    async close(): Promise<void> {
      await Promise.all([...threads.values()].map((thread) => thread.terminate()))
      threads.clear()
    },
  }
}

const resourceLimits = { maxOldGenerationSizeMb: 1_024 }

export type SolutionRunner = ReturnType<typeof createSolutionRunner>
