import { createSubmissionSchema } from '@codify/api/contract'
import { z } from 'zod'
import { deviceStorage } from '../../lib/device-storage.ts'

const waitingSchema = z.object({
  key: z.string(),
  /** Of the problem, or in an interview its id. */
  slug: z.string(),
  isInterview: z.boolean().default(false),
  body: createSubmissionSchema,
})
/** A submission that the server has not confirmed yet. */
export type Waiting = z.infer<typeof waitingSchema>

/** More than a long journey without a network brings; the oldest go first. */
const MOST = 50

const keyOf = (learnerId: string) => `codify:submissions:${learnerId}`

/** What this browser still has to send, oldest first. */
export function waitingOf(learnerId: string): Waiting[] {
  try {
    return z.array(waitingSchema).parse(JSON.parse(deviceStorage.getItem(keyOf(learnerId)) ?? '[]'))
  } catch {
    return []
  }
}

export function putInOutbox(learnerId: string, one: Waiting): void {
  keep(learnerId, [...waitingOf(learnerId), one].slice(-MOST))
}

export function takeFromOutbox(learnerId: string, key: string): void {
  keep(
    learnerId,
    waitingOf(learnerId).filter((one) => one.key !== key),
  )
}

function keep(learnerId: string, all: Waiting[]): void {
  if (all.length === 0) deviceStorage.removeItem(keyOf(learnerId))
  else deviceStorage.setItem(keyOf(learnerId), JSON.stringify(all))
}
