import { Worker } from 'node:worker_threads'
import type { Job, Outcome, Problem, RunMessage } from '../judge/judge.types.ts'

/** What a run gave: why it was refused, or an outcome a test, up to the one that was stopped. */
export type SolutionRun = { refused?: Problem; outcomes: Outcome[]; stopped: boolean }

/** A test's own time is its limit; this is on top, for the making of its input and the way of the messages. */
const GRACE_MS = 500
/** Starting the thread, and Python's interpreter in it. */
const START_MS = 120_000

/** Runs solutions in a thread of their own that is ended when a test takes too long, and started anew for the next. */
export function createSolutionRunner() {
  let thread: Worker | null = null

  function run(job: Job, timeLimitMs: number): Promise<SolutionRun> {
    const current = thread ?? new Worker(new URL('./run-thread.ts', import.meta.url), { resourceLimits })
    thread = current
    return new Promise((resolve, reject) => {
      const outcomes: Outcome[] = []
      let timer: NodeJS.Timeout | undefined
      const watch = (ms: number) => {
        clearTimeout(timer)
        timer = setTimeout(() => end({ outcomes, stopped: true }), ms)
      }
      const settle = () => {
        clearTimeout(timer)
        current.off('message', onMessage)
        current.off('error', onError)
      }
      const end = (result: SolutionRun) => {
        settle()
        thread = null
        current.once('error', () => {})
        void current.terminate().then(() => resolve(result))
      }
      const onMessage = (message: RunMessage) => {
        if (message.type === 'started') watch(timeLimitMs + GRACE_MS)
        else if (message.type === 'finished') outcomes.push(message.outcome)
        else {
          settle()
          resolve({
            outcomes,
            stopped: false,
            ...(message.type === 'refused' && { refused: message.problem }),
          })
        }
      }
      // Out of memory, say: the solution's doing, so an answer and no failure of the check.
      const onError = (error: Error) => {
        const memory = 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
        if (memory) return end({ outcomes, stopped: true })
        settle()
        thread = null
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
      await thread?.terminate()
      thread = null
    },
  }
}

const resourceLimits = { maxOldGenerationSizeMb: 1_024 }

export type SolutionRunner = ReturnType<typeof createSolutionRunner>
