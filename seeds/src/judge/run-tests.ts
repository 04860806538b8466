import type { Job, Outcome, RunMessage, TestInput } from './judge.types.ts'

export type Tell = (message: RunMessage) => void

const SLOWEST = 8
const QUICKEST = 1
/** How often a program that seems to grow too fast is timed again: a busy machine makes anything look so once. */
const MORE_TRIES = 2

/** How much slower than the reference this machine is; limits of time are multiplied by it. */
export function speedFactor(ms: number, referenceMs: number): number {
  const factor = ms / referenceMs
  return Math.min(SLOWEST, Math.max(factor, QUICKEST))
}

type Given = {
  job: Job
  factor: number
  tell: Tell
  run: (input: TestInput) => Promise<Outcome> | Outcome
}

/**
 * Runs all tests of a job. Where one took long and comes with a smaller input of its family, that is run as well: from both
 * times one sees how the program grows, on any machine. False when the language broke down on the way.
 */
export async function runTests({ job, factor, tell, run }: Given): Promise<boolean> {
  for (let index = 0; index < job.inputs.length; index++) {
    const input = job.inputs[index]
    if (input === undefined) break
    tell({ type: 'started', index })
    const ran = run(input)
    // Awaited only where there is something to wait for: `then` could be the learner's by now.
    const outcome = 'ok' in ran ? ran : await ran
    const family = job.families?.[index]
    if (outcome.ok && family && outcome.ms > family.fromMs * factor) {
      const smallMs = await timeFamily({ input, outcome, family, run })
      if (smallMs !== null) outcome.smallMs = smallMs
    }
    tell({ type: 'finished', index, outcome })
    if (!outcome.ok && outcome.isFatal) {
      tell({ type: 'done' })
      return false
    }
  }
  return true
}

type Family = NonNullable<NonNullable<Job['families']>[number]>
type Timed = Pick<Given, 'run'> & { input: TestInput; outcome: Outcome; family: Family }

/** The time of the smaller input; both times are the best of some tries where the first ones say "too fast". */
async function timeFamily({ input, outcome, family, run }: Timed): Promise<number | null> {
  let smallMs = Number.POSITIVE_INFINITY
  for (let tries = 0; tries <= MORE_TRIES; tries++) {
    const small = await run(family.small)
    if (!small.ok) return null
    smallMs = Math.min(smallMs, small.ms)
    if (outcome.ms <= smallMs * family.most) return smallMs
    if (tries === MORE_TRIES) break
    const again = await run(input)
    if (!again.ok) return null
    outcome.ms = Math.min(outcome.ms, again.ms)
  }
  return smallMs
}
