import 'server-only'
import {
  type Progress,
  progressSchema,
  type TopicsProgress,
  topicsProgressSchema,
} from '@codify/api/contract'
import { cache } from 'react'
import { load, serverApi } from '@/lib/server-api.ts'

/** Loads practice, plan and outlook, once a request. */
export const loadProgress = cache(async (): Promise<Progress> => {
  const api = await serverApi()
  return load(api.v1.progress.$get(), progressSchema)
})

/** Loads measured levels of topics, once a request. */
export const loadTopicsProgress = cache(async (): Promise<TopicsProgress> => {
  const api = await serverApi()
  return load(api.v1.progress.topics.$get(), topicsProgressSchema)
})
