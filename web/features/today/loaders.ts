import 'server-only'
import { type Today, todaySchema } from '@codify/api/contract'
import { cache } from 'react'
import { load, serverApi } from '@/lib/server-api.ts'

/** The learner's day, once a request. The first look of a new day brings the plan up to date: read the plan after it. */
export const loadToday = cache(async (): Promise<Today> => {
  const api = await serverApi()
  return load(api.v1.today.$get({ query: {} }), todaySchema)
})
