import type { Logger } from 'pino'
import type { Clock } from '../../shared/clock.ts'

/** How often one process looks whether the work is due; the first look waits as well, so that a start stays light. */
const LOOK_MS = 10 * 60_000
/** At most so many bites of one kind in one run: what is left waits for the next. */
const BITES_MAX = 50

/** Removes one bite of rows that no longer matter; answers how many. */
export type Sweep = (options: { now: Date }) => Promise<number>

/** Runs every sweep while it still finds something, but not without end. One that fails leaves the others their turn. */
export async function sweepAll({
  sweeps,
  clock,
  logger,
}: {
  sweeps: Record<string, Sweep>
  clock: Clock
  logger: Logger
}): Promise<Record<string, number>> {
  const removed: Record<string, number> = {}
  for (const [name, sweep] of Object.entries(sweeps)) {
    removed[name] = 0
    try {
      for (let bite = 0; bite < BITES_MAX; bite++) {
        const count = await sweep({ now: clock() })
        removed[name] += count
        if (count === 0) break
      }
    } catch (err) {
      logger.warn({ err, sweep: name }, 'a sweep failed; the next one tries again')
    }
  }
  return removed
}

/** Sweeps about once an hour, in whichever process asks first. */
export function startSweeper({
  isDue,
  sweeps,
  clock,
  logger,
}: {
  /** True for one process an hour. */
  isDue: () => Promise<boolean>
  sweeps: Record<string, Sweep>
  clock: Clock
  logger: Logger
}): { stop: () => Promise<void> } {
  let running: Promise<void> | undefined

  async function look(): Promise<void> {
    try {
      if (await isDue()) logger.info({ removed: await sweepAll({ sweeps, clock, logger }) }, 'swept')
    } catch (err) {
      logger.warn({ err }, 'could not look whether a sweep is due')
    }
  }

  const looking = setInterval(() => {
    running ??= look().finally(() => {
      running = undefined
    })
  }, LOOK_MS)
  looking.unref()
  return {
    async stop() {
      clearInterval(looking)
      await running
    },
  }
}
