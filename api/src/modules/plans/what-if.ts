import { overflowOf } from './make/overflow.ts'
import { planByRules, scoreDraft } from './make/portfolio.ts'
import { readSituation } from './make/situation.ts'
import type { PlanFacts } from './plans.facts.ts'
import type { WhatIf } from './plans.schemas.ts'

/**
 * Plans by rule with other hours and weeks; asks no model and stores nothing. Throws PlanningError as the planner does.
 */
export function whatIf(options: { facts: PlanFacts; hoursPerWeek: number; weeks: number }): WhatIf {
  const { facts, hoursPerWeek, weeks } = options
  const intake = { ...facts.intake, hours_per_week: hoursPerWeek, timeline_weeks: weeks }
  const situation = readSituation({ ...facts, intake })
  const draft = planByRules(situation)
  const planned = new Set(draft.items.map(({ problem }) => problem.slug))
  return {
    hours_per_week: hoursPerWeek,
    weeks: situation.window.weeks.length,
    problems: planned.size,
    reviews: draft.items.filter(({ kind }) => kind === 'review').length,
    overflow: overflowOf(situation, planned).length,
    minutes: draft.items.reduce((total, { minutes }) => total + minutes, 0),
    score: scoreDraft(draft),
  }
}
