import {
  type Answer,
  type Generation,
  generationSchema,
  type PlanSummary,
  type PlanView,
  type Problem,
  planPageSchema,
  planViewSchema,
  problemPageSchema,
  type WhatIf,
  whatIfSchema,
} from '@codify/api/contract'
import { browserApi, unwrap } from '@/lib/browser-api.ts'

/** Asks for a new plan; the same key again gets the same generation. */
export async function startPlan({
  answers,
  accept,
  idempotencyKey,
}: {
  answers: Answer[]
  accept: boolean
  idempotencyKey: string
}): Promise<Generation> {
  const header = { 'idempotency-key': idempotencyKey }
  return unwrap(browserApi.v1.plans.$post({ json: { answers, accept }, header }), generationSchema)
}

export async function getGeneration(id: string): Promise<Generation> {
  return unwrap(browserApi.v1.generations[':id'].$get({ param: { id } }), generationSchema)
}

export async function getPlan(id: string): Promise<PlanView> {
  return unwrap(browserApi.v1.plans[':id'].$get({ param: { id } }), planViewSchema)
}

export async function acceptPlan(id: string): Promise<PlanView> {
  return unwrap(browserApi.v1.plans[':id'].accept.$post({ param: { id } }), planViewSchema)
}

export async function declinePlan(id: string): Promise<PlanView> {
  return unwrap(browserApi.v1.plans[':id'].decline.$post({ param: { id } }), planViewSchema)
}

/** The page of the history that begins after `cursor`. */
export async function listPlans(
  cursor: string,
): Promise<{ items: PlanSummary[]; next_cursor: string | null }> {
  return unwrap(browserApi.v1.plans.$get({ query: { cursor, limit: '20' } }), planPageSchema)
}

export type PlanTime = { hours: number; weeks: number }

/** What would be planned with other hours a week and weeks; nothing is kept. */
export async function askWhatIf({ hours, weeks }: PlanTime, signal: AbortSignal): Promise<WhatIf> {
  const query = { hours_per_week: String(hours), weeks: String(weeks) }
  return unwrap(browserApi.v1.plans['what-if'].$get({ query }, { init: { signal } }), whatIfSchema)
}

/** A bound for a catalogue many times as large as ours. */
const mostCataloguePages = 20

/** The problems of these slugs; one that has left the catalogue is absent. */
export async function findProblems(slugs: readonly string[]): Promise<ReadonlyMap<string, Problem>> {
  const wanted = new Set(slugs)
  const found = new Map<string, Problem>()
  let cursor: string | undefined
  for (let page = 0; page < mostCataloguePages && found.size < wanted.size; page += 1) {
    const query = { limit: '100', ...(cursor ? { cursor } : {}) }
    const { items, next_cursor } = await unwrap(browserApi.v1.problems.$get({ query }), problemPageSchema)
    for (const problem of items) if (wanted.has(problem.slug)) found.set(problem.slug, problem)
    if (!next_cursor) break
    cursor = next_cursor
  }
  return found
}
