import { createHash } from 'node:crypto'
import { z } from 'zod'
import type { Clock } from '../../shared/clock.ts'
import { idempotencyMismatch, type ProblemError } from '../../shared/errors.ts'
import type { IntakeRepository } from '../intake/intake.repository.ts'
import type { Answer } from '../intake/intake.schemas.ts'
import {
  dailyLimit,
  generationFailed,
  intakeMissing,
  nothingToPlan,
  planNotFound,
} from '../plans/plans.errors.ts'
import type { PlanText } from '../plans/plans.models.ts'
import type { PlansRepository } from '../plans/plans.repository.ts'
import type { GenerationSignals } from './generation-signals.ts'
import { generationNotFound } from './generations.errors.ts'
import type { EventText, GenerationsRepository } from './generations.repository.ts'
import type { Generation } from './generations.schemas.ts'

const DAY_SECONDS = 24 * 60 * 60
/** How soon a follower sees what another replica wrote. */
const POLL_MS = 1_000
const failedEventSchema = z.object({ detail: z.string() })

/** Starts and follows generations; the worker runs in the background of each replica. */
export type Generator = {
  generations: GenerationsRepository
  signals: GenerationSignals
  /** Has this process look for queued work now. */
  wake: () => void
}

/**
 * Queues a generation. A replay of the idempotency key gets the first one; while one is under way a second request
 * gets that one.
 *
 * @throws 409 without an intake, 422 for a key used with another body, 429 over the daily limit
 */
export async function startGeneration(request: StartRequest): Promise<Generation> {
  const { learnerId, answers, accept, idempotencyKey, generator, intakes, limit, clock } = request
  const { generations } = generator
  const requestHash = createHash('sha256').update(JSON.stringify({ answers, accept })).digest('hex')

  const created = await generations.create({
    learnerId,
    answers,
    accept,
    idempotencyKey: idempotencyKey ?? null,
    requestHash,
    requestId: request.requestId,
    limit,
  })
  if (created) {
    generator.wake()
    return created
  }
  const earlier = await findEarlier({ request, requestHash })
  if (earlier) return earlier
  if (!(await intakes.find({ learnerId }))) throw intakeMissing()
  await refuseOverLimit({ learnerId, limit, generations, clock })
  // The conflicting generation has ended meanwhile.
  return startGeneration(request)
}

type StartRequest = {
  learnerId: string
  answers: Answer[]
  accept: boolean
  idempotencyKey: string | undefined
  requestId: string
  generator: Generator
  intakes: IntakeRepository
  limit: number
  clock: Clock
}

/** Returns the generation that the same key started, or the one under way. */
async function findEarlier({
  request,
  requestHash,
}: {
  request: StartRequest
  requestHash: string
}): Promise<Generation | undefined> {
  const { learnerId, idempotencyKey } = request
  const { generations } = request.generator
  const used = idempotencyKey && (await generations.findByKey({ learnerId, idempotencyKey }))
  if (!used) return generations.findActive({ learnerId })
  if (used.requestHash !== requestHash) throw idempotencyMismatch()
  return used.generation
}

async function refuseOverLimit({
  learnerId,
  limit,
  generations,
  clock,
}: {
  learnerId: string
  limit: number
  generations: GenerationsRepository
  clock: Clock
}): Promise<void> {
  const starts = await generations.recentStarts({ learnerId, limit })
  const oldest = starts.at(-1)
  if (starts.length < limit || !oldest) return
  const age = Math.floor((clock().getTime() - oldest.getTime()) / 1000)
  throw dailyLimit({ limit, retryAfterSeconds: Math.min(DAY_SECONDS, Math.max(1, DAY_SECONDS - age)) })
}

export async function getGeneration({
  learnerId,
  id,
  generator,
}: {
  learnerId: string
  id: string
  generator: Generator
}): Promise<Generation> {
  const generation = await generator.generations.find({ learnerId, id })
  if (!generation) throw generationNotFound()
  return generation
}

/**
 * Waits until a generation has ended.
 *
 * @returns its plan, or undefined when it is still under way after `seconds`
 * @throws 409 `plan.nothing_to_plan` when the intake leaves nothing, 503 when it failed otherwise
 */
export async function waitForPlan({
  learnerId,
  generation,
  seconds,
  signal,
  generator,
  plans,
}: {
  learnerId: string
  /** As it was a moment ago. */
  generation: Generation
  seconds: number
  signal: AbortSignal
  generator: Generator
  plans: PlansRepository
}): Promise<PlanText | undefined> {
  const { id } = generation
  const deadline = performance.now() + seconds * 1000
  let present = generation
  while (!signal.aborted) {
    const news = generator.signals.next({ generationId: id, of: 'end', timeoutMs: POLL_MS, signal })
    const { state, plan_id, error_code } = present
    if (state === 'failed') throw await failureOf({ id, error_code, generator })
    if (state === 'done') {
      const plan = plan_id && (await plans.findText({ learnerId, planId: plan_id }))
      if (!plan) throw planNotFound()
      return plan
    }
    if (performance.now() >= deadline) return undefined
    await news
    present = await getGeneration({ learnerId, id, generator })
  }
  return undefined
}

/** Why a generation failed, as its last event tells it. */
async function failureOf({
  id,
  error_code,
  generator,
}: Pick<Generation, 'id' | 'error_code'> & { generator: Generator }): Promise<ProblemError> {
  if (error_code !== 'plan.nothing_to_plan') return generationFailed()
  const events = await generator.generations.listEvents({ id, afterSeq: 0 })
  const last = failedEventSchema.safeParse(events.at(-1)?.data)
  return last.success ? nothingToPlan(last.data.detail) : generationFailed()
}

/**
 * The events of a generation after `afterSeq`, as they happen, to the last one: those that are new together, none now and
 * then when there are none. Of one that has `ended` nothing more comes than what is there.
 */
export async function* followGeneration({
  id,
  ended,
  afterSeq,
  signal,
  generator,
}: {
  id: string
  ended: boolean
  afterSeq: number
  signal: AbortSignal
  generator: Generator
}): AsyncGenerator<EventText[]> {
  let last = afterSeq
  while (!signal.aborted) {
    const news = generator.signals.next({ generationId: id, timeoutMs: POLL_MS, signal })
    const events = await generator.generations.listEventTexts({ id, afterSeq: last })
    const newest = events.at(-1)
    if (ended && !newest) return
    yield events
    if (newest?.type === 'done' || newest?.type === 'failed') return
    last = newest?.seq ?? last
    await news
  }
}
