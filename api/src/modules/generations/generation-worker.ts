import type { Logger } from 'pino'
import { type Claim, type GenerationsRepository, LeaseLostError } from './generations.repository.ts'

const LEASE_SECONDS = 15
const RENEW_MS = 5_000
const POLL_MS = 2_000
const MAX_AT_ONCE = 100
/** A generation that took this many workers down with it is given up. */
const MAX_CLAIMS = 5

export type GenerationWorker = {
  /** Looks for work now instead of at the next poll. */
  wake: () => void
  /** Takes no more work, lets go of what is running, and waits for it to end. */
  stop: () => Promise<void>
}

/**
 * Works on queued generations under a lease that it renews: a worker that dies stops renewing, and another takes the
 * generation up where its record stands.
 */
export function startGenerationWorker({
  generations,
  generate,
  logger,
  maxAtOnce = MAX_AT_ONCE,
}: {
  generations: GenerationsRepository
  generate: (options: { claim: Claim; signal: AbortSignal }) => Promise<void>
  logger: Logger
  maxAtOnce?: number
}): GenerationWorker {
  const running = new Map<Claim, Promise<void>>()
  const stopping = new AbortController()
  let looking: Promise<void> | undefined
  let lookAgain = false

  function wake(): void {
    if (stopping.signal.aborted) return
    if (looking) {
      lookAgain = true
      return
    }
    looking = look().finally(() => {
      looking = undefined
      if (lookAgain) {
        lookAgain = false
        wake()
      }
    })
  }

  async function look(): Promise<void> {
    const limit = maxAtOnce - running.size
    if (limit <= 0) return
    try {
      for (const claim of await generations.claim({ limit, leaseSeconds: LEASE_SECONDS })) {
        running.set(
          claim,
          work(claim).finally(() => running.delete(claim)),
        )
      }
    } catch (err) {
      logger.warn({ err }, 'looking for generations failed; trying again at the next poll')
    }
  }

  async function work(claim: Claim): Promise<void> {
    const lost = new AbortController()
    const renewing = setInterval(() => {
      generations.renewLease({ claim, leaseSeconds: LEASE_SECONDS }).catch((error: unknown) => {
        if (error instanceof LeaseLostError) lost.abort(error)
      })
    }, RENEW_MS)
    try {
      if (claim.claim > MAX_CLAIMS) {
        await generations.fail({ claim, code: 'plan.generation_failed', detail: 'It was tried too often.' })
        return
      }
      await generate({ claim, signal: AbortSignal.any([stopping.signal, lost.signal]) })
    } catch (error) {
      await settle({ claim, error })
    } finally {
      clearInterval(renewing)
    }
  }

  /** After an error: what another worker may finish is released, the rest fails; a lost lease is nobody's error. */
  async function settle({ claim, error }: { claim: Claim; error: unknown }): Promise<void> {
    if (error instanceof LeaseLostError) return
    if (!stopping.signal.aborted) {
      logger.error({ err: error, generation_id: claim.id, request_id: claim.request_id }, 'generation failed')
    }
    await generations.release({ claim }).catch((err: unknown) => {
      // The lease runs out by itself, or the learner deleted the account and the generation with it.
      logger.debug({ err, generation_id: claim.id }, 'could not release a generation')
    })
  }

  const polling = setInterval(wake, POLL_MS)
  wake()
  return {
    wake,
    async stop() {
      clearInterval(polling)
      stopping.abort(new Error('shutting down'))
      await looking
      await Promise.all(running.values())
    },
  }
}
