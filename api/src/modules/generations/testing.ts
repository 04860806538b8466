import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Db } from '@codify/db'
import { createLocalEmbedder } from '../embeddings/local-embedder.ts'
import { createIntakeRepository } from '../intake/intake.repository.ts'
import { intakeSchema } from '../intake/intake.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import { createGenerationsRepository } from './generations.repository.ts'

/** A new learner with an embedded intake whose generation waits for a worker. */
export async function queueGeneration(db: Db): Promise<{ id: string; learnerId: string }> {
  const learnerId = randomUUID()
  const { vectors, model } = await createLocalEmbedder().embed(['profile'])
  const embedding = vectors[0] && { model, vector: vectors[0] }
  await createIntakeRepository({ db }).save({ learnerId, intake: intakeSchema.parse(anIntake()), embedding })
  const generation = await createGenerationsRepository({ db }).create({
    learnerId,
    answers: [],
    accept: true,
    idempotencyKey: null,
    requestHash: 'hash',
    requestId: 'request',
    limit: 0,
  })
  if (!generation) throw new Error('not queued')
  return { id: generation.id, learnerId }
}

/** Waits, twenty seconds at most, until `check` holds. */
export async function until(check: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 800; tries++) {
    if (await check()) return
    await sleep(25)
  }
  throw new Error('it did not come to pass within 20 seconds')
}
