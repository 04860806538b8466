import { randomUUID } from 'node:crypto'
import { setTimeout as delay } from 'node:timers/promises'
import type { Logger } from 'pino'
import { isDatabaseFault } from '../../shared/database-faults.ts'
import { createGate, type Slot } from '../../shared/gate.ts'
import { type Claim, type GenerationsRepository, LeaseLostError } from './generations.repository.ts'

const LEASE_SECONDS = 15
const RENEW_MS = 4_000
const POLL_MS = 2_000
/** Taken up at once; most of them wait for a model. */
const CLAIMED_MOST = 100
/** Of those, how many use the processor and the database at once. */
const WORKING_MOST = 4
/** A generation that took this many workers down with it is given up. */
const MAX_CLAIMS = 5
/** One that went back to the queue this often is given up too: after half an hour, with waits of up to 30 seconds. */
const MAX_DEFERRALS = 60
const WAIT_MOST_SECONDS = 30
const PUT_BACK_TRIES = 15

export type GenerationWorker = {
  /** Looks for work now instead of at the next poll. */
  wake: () => void
  /** Takes no more work, lets go of what is running, and waits for it to end. */
  stop: () => Promise<void>
}

/**
 * Works on queued generations under a lease that it renews: a worker that dies stops renewing, and another takes the
 * generation up where its record stands. What fails because the database could not be had goes back to the queue, and
 * waits longer each time.
 */
export function startGenerationWorker({
  generations,
  generate,
  logger,
  workingMost = WORKING_MOST,
  waitSeconds = secondsToWait,
}: {
  generations: GenerationsRepository
  generate: (options: { claim: Claim; signal: AbortSignal; slot: Slot }) => Promise<void>
  logger: Logger
  workingMost?: number
  /** How long a generation rests that has failed `times`. */
  waitSeconds?: (times: number) => number
}): GenerationWorker {
  const worker = randomUUID()
  const gate = createGate(workingMost)
  const running = new Map<Claim, { lost: AbortController; ended: Promise<void> }>()
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
    const limit = CLAIMED_MOST - running.size
    if (limit <= 0) return
    try {
      for (const claim of await generations.claim({ limit, leaseSeconds: LEASE_SECONDS, worker })) {
        const lost = new AbortController()
        const ended = work({ claim, lost: lost.signal }).finally(() => running.delete(claim))
        running.set(claim, { lost, ended })
      }
    } catch (err) {
      logger.warn({ err }, 'looking for generations failed; trying again at the next poll')
    }
  }

  async function renew(): Promise<void> {
    const held = [...running]
    if (held.length === 0) return
    const claims = held.map(([claim]) => claim)
    try {
      const kept = await generations.renewLeases({ claims, leaseSeconds: LEASE_SECONDS })
      for (const [claim, { lost }] of held) if (!kept.has(claim.id)) lost.abort(new LeaseLostError(claim.id))
    } catch (err) {
      logger.warn({ err }, 'leases of generations could not be renewed; trying again')
    }
  }

  async function work({ claim, lost }: { claim: Claim; lost: AbortSignal }): Promise<void> {
    const signal = AbortSignal.any([stopping.signal, lost])
    try {
      await gate.enter(async (slot) => {
        signal.throwIfAborted()
        if (claim.claim - claim.deferrals > MAX_CLAIMS || claim.deferrals > MAX_DEFERRALS)
          await generations.fail({
            claim,
            code: 'plan.generation_failed',
            detail: 'It was tried too often.',
          })
        else await generate({ claim, signal, slot })
      })
    } catch (error) {
      await settle({ claim, error })
    }
  }

  /** After an error the generation goes back to the queue, and counts as tried in vain when it is nobody's fault. */
  async function settle({ claim, error }: { claim: Claim; error: unknown }): Promise<void> {
    const isStopping = stopping.signal.aborted
    const ids = { generation_id: claim.id, request_id: claim.request_id }
    const isInnocent = isStopping || error instanceof LeaseLostError || isDatabaseFault(error)
    if (!isInnocent) logger.error({ err: error, ...ids }, 'generation failed')
    else if (!isStopping) logger.warn({ err: error, ...ids }, 'a generation goes back to the queue')
    const times = isInnocent ? claim.deferrals : claim.claim - claim.deferrals
    await putBack({ claim, seconds: isStopping ? 0 : waitSeconds(times), isInnocent })
  }

  /** Tried until the database hears of it, or the process ends: then the lease runs out by itself. */
  async function putBack(options: Parameters<GenerationsRepository['putBack']>[0]): Promise<void> {
    for (let tries = 1; tries <= PUT_BACK_TRIES; tries++) {
      try {
        await generations.putBack(options)
        return
      } catch (err) {
        logger.warn({ err, generation_id: options.claim.id }, 'could not put a generation back')
      }
      if (stopping.signal.aborted) return
      await delay(1000, undefined, { signal: stopping.signal }).catch(() => {})
    }
  }

  const polling = setInterval(wake, POLL_MS)
  const renewing = setInterval(renew, RENEW_MS)
  wake()
  return {
    wake,
    async stop() {
      clearInterval(polling)
      stopping.abort(new Error('shutting down'))
      await looking
      await Promise.all([...running.values()].map(({ ended }) => ended))
      clearInterval(renewing)
    },
  }
}

/** 1, 2, 4 … 30 seconds, each up to half shorter, so that those who failed together do not come back together. */
function secondsToWait(times: number): number {
  return Math.min(WAIT_MOST_SECONDS, 2 ** times) * (0.5 + Math.random() / 2)
}
