import type { AttemptFact, PlanFacts } from '../plans/plans.facts.ts'
import type { MasteryLevel } from './progress.schemas.ts'

export type Mastery = {
  level: MasteryLevel
  /** 0–1, recency-weighted; null without a graded attempt. */
  value: number | null
  /** On the scale of the self-rating, once enough was measured. */
  rating: number | null
  attempts: AttemptFact[]
  days: number
}

const DAY_MS = 86_400_000
/** After this many days an attempt counts half. */
const HALF_LIFE_DAYS = 30
const ENOUGH = { attempts: 3, days: 2, problems: 2 }
const SOLID = 0.72
const SHAKY = 0.45
const difficultyWeight = { easy: 0.8, medium: 1, hard: 1.25 }

/**
 * Derives mastery of each topic from attempts. One lucky solve is not enough: solid takes several on different days.
 */
export function readMastery({
  attempts,
  problems,
  today,
}: Pick<PlanFacts, 'attempts' | 'problems' | 'today'>): Map<string, Mastery> {
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  const graded = attempts.filter(({ slug, outcome }) => outcome !== 'skipped' && bySlug.has(slug))
  const byTopic = Map.groupBy(graded, ({ slug }) => bySlug.get(slug)?.topic ?? '')
  const levels = [...byTopic].map(([topic, all]): [string, Mastery] => {
    const weighed = all.map((attempt) => {
      const age = Math.max(0, (Date.parse(today) - Date.parse(attempt.date)) / DAY_MS)
      const difficulty = bySlug.get(attempt.slug)?.difficulty ?? 'medium'
      return { grade: gradeOf(attempt), weight: 0.5 ** (age / HALF_LIFE_DAYS) * difficultyWeight[difficulty] }
    })
    const weight = weighed.reduce((sum, one) => sum + one.weight, 0)
    const value = weighed.reduce((sum, one) => sum + one.grade * one.weight, 0) / weight
    const days = new Set(all.map(({ date }) => date)).size
    const different = new Set(all.map(({ slug }) => slug)).size
    const enough = all.length >= ENOUGH.attempts && days >= ENOUGH.days && different >= ENOUGH.problems
    const level = !enough ? 'learning' : value >= SOLID ? 'solid' : value < SHAKY ? 'shaky' : 'learning'
    return [
      topic,
      {
        level,
        value: Number(value.toFixed(3)),
        rating: enough ? toRating(value) : null,
        attempts: all,
        days,
      },
    ]
  })
  return new Map(levels)
}

/** 1–5, so that what counts as solid is a 4 or a 5. */
function toRating(value: number): number {
  if (value >= 0.88) return 5
  if (value >= SOLID) return 4
  if (value >= 0.58) return 3
  return value >= 0.3 ? 2 : 1
}

/** How well one attempt went, 0–1; each hint takes a little. */
function gradeOf({ outcome, rating, hints_used }: AttemptFact): number {
  const solved = { again: 0.35, hard: 0.65, good: 0.9, easy: 1 }
  const grade = outcome === 'stuck' ? 0.05 : outcome === 'tried' ? 0.25 : rating ? solved[rating] : 0.8
  return Math.max(0, grade - 0.1 * (hints_used ?? 0))
}
