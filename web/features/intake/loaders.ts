import 'server-only'
import { type StoredIntake, storedIntakeSchema, type Topic, topicsSchema } from '@codify/api/contract'
import { cache } from 'react'
import { ApiError, load, serverApi } from '@/lib/server-api.ts'

/** What the learner told us, or null before the first time. Once a request. */
export const loadIntake = cache(async (): Promise<StoredIntake | null> => {
  const api = await serverApi()
  try {
    return await load(api.v1.intake.$get(), storedIntakeSchema)
  } catch (error) {
    if (error instanceof ApiError && error.code === 'intake.not_found') return null
    throw error
  }
})

/** Every topic in roadmap order, with how many of its problems are solved. Once a request. */
export const loadTopics = cache(async (): Promise<Topic[]> => {
  const api = await serverApi()
  const { topics } = await load(api.v1.topics.$get(), topicsSchema)
  return topics
})
