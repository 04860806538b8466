import 'server-only'
import {
  type CurrentPlan,
  currentPlanSchema,
  type Problem,
  type ProblemPage,
  problemPageSchema,
  problemSchema,
  topicsSchema,
} from '@codify/api/contract'
import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { getLogger } from '@/lib/logger.ts'
import { routes } from '@/lib/routes.ts'
import { ApiError, load, serverApi } from '@/lib/server-api.ts'
import { getSession } from '@/lib/session.ts'
import { type Catalogue, toCatalogue } from './catalogue.ts'
import { findPlanPlaces, type PlanPlaces, plannedDays } from './plan-places.ts'
import { type ProblemQuery, parseProblemQuery, toApiQuery } from './problem-query.ts'

export type ProblemListData = {
  query: ProblemQuery
  page: ProblemPage
  catalogue: Catalogue
  signedIn: boolean
  /** On which days the learner's plan holds problems, by slug. */
  planned: Readonly<Record<string, string>>
}

/** The first page of the list that an address asks for. */
export async function loadProblemList(
  search: Record<string, string | string[] | undefined>,
): Promise<ProblemListData> {
  const [api, catalogue, session] = await Promise.all([serverApi(), loadCatalogue(), getSession()])
  const signedIn = session !== null
  const known = {
    topics: catalogue.topics.map((topic) => topic.slug),
    patterns: catalogue.patterns.map((pattern) => pattern.slug),
  }
  const query = parseProblemQuery({ search, known, signedIn })
  const [page, plan] = await Promise.all([
    load(api.v1.problems.$get({ query: toApiQuery(query) }), problemPageSchema),
    loadPlan(),
  ])
  return { query, page, catalogue, signedIn, planned: plan ? plannedDays(plan.plan_json, plan.today) : {} }
}

export const loadCatalogue = cache(async (): Promise<Catalogue> => {
  const api = await serverApi()
  return toCatalogue(await load(api.v1.topics.$get(), topicsSchema))
})

/** One problem, once a request; an unknown one ends in the 404 page, an id in the address of its slug. */
export const loadProblem = cache(async (slug: string): Promise<Problem> => {
  const problem = await findProblem(slug)
  if (!problem) notFound()
  if (problem.slug !== slug) redirect(routes.problem(problem.slug))
  return problem
})

/**
 * Where the problem stands in the learner's current plan; null without a plan. A plan that cannot be read
 * is no reason to withhold the problem, so that is null as well.
 */
export async function loadPlanPlaces(slug: string): Promise<PlanPlaces | null> {
  const plan = await loadPlan()
  return plan && findPlanPlaces({ plan: plan.plan_json, slug, today: plan.today })
}

async function loadPlan(): Promise<CurrentPlan | null> {
  if (!(await getSession())) return null
  const api = await serverApi()
  try {
    return await load(api.v1.plans.current.$get(), currentPlanSchema)
  } catch (err) {
    if (!(err instanceof ApiError)) throw err
    if (err.status !== 404) getLogger().warn({ err }, 'plan unavailable on a page of problems')
    return null
  }
}

/** A slug or an id; anything else in the address is not worth a call. */
const plausible = /^[a-z0-9-]{1,120}$/

async function findProblem(slug: string): Promise<Problem | undefined> {
  if (!plausible.test(slug)) return undefined
  const api = await serverApi()
  try {
    return await load(api.v1.problems[':slug'].$get({ param: { slug } }), problemSchema)
  } catch (error) {
    if (error instanceof ApiError && error.status === 404) return undefined
    throw error
  }
}
