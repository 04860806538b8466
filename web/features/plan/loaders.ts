import 'server-only'
import {
  type CurrentPlan,
  currentPlanSchema,
  type Generation,
  generationSchema,
  type PlanSummary,
  type PlanView,
  planPageSchema,
  planViewSchema,
} from '@codify/api/contract'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { ApiError, load, serverApi } from '@/lib/server-api.ts'

/** The plan that the learner follows, or null before the first. Once a request. */
export const loadCurrentPlan = cache(async (): Promise<CurrentPlan | null> => {
  const api = await serverApi()
  return orNull(load(api.v1.plans.current.$get(), currentPlanSchema))
})

/** One of the learner's plans, once a request; what is not theirs ends in the 404 page. */
export const loadPlan = cache(async (id: string): Promise<PlanView> => {
  const api = await serverApi()
  return (await orNull(load(api.v1.plans[':id'].$get({ param: { id } }), planViewSchema))) ?? notFound()
})

/** The newest plans without their days. */
export async function loadPlans(
  limit: number,
): Promise<{ items: PlanSummary[]; next_cursor: string | null }> {
  const api = await serverApi()
  return load(api.v1.plans.$get({ query: { limit: String(limit) } }), planPageSchema)
}

/** The plan that waits for a yes or no, if any: it is always the newest but for those made since. */
export async function loadProposal(): Promise<PlanSummary | null> {
  const { items } = await loadPlans(10)
  return items.find(({ status }) => status === 'proposed') ?? null
}

/** One of the learner's generations, once a request; what is not theirs ends in the 404 page. */
export const loadGeneration = cache(async (id: string): Promise<Generation> => {
  const api = await serverApi()
  const generation = load(api.v1.generations[':id'].$get({ param: { id } }), generationSchema)
  return (await orNull(generation)) ?? notFound()
})

async function orNull<Value>(value: Promise<Value>): Promise<Value | null> {
  try {
    return await value
  } catch (error) {
    if (error instanceof ApiError && (error.status === 404 || error.code === 'request.invalid')) return null
    throw error
  }
}
