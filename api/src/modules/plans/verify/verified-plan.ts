import { dayLimit, dayNumber, weekLimit } from '../../learner-day/learner-day.models.ts'
import type { PlanWindow } from '../known/calendar.ts'
import { type History, isWeak } from '../known/history.ts'
import type { CatalogueProblem, PlanFacts } from '../plans.facts.ts'
import type { PlanItem, PlanJson } from '../plans.schemas.ts'
import type { ScoreContext, ScoredItem } from '../score/score.ts'

export type DatedItem = PlanItem & { date: string; week: number }

/** A plan under proof, with the facts read once. */
export type VerifiedPlan = {
  plan: Omit<PlanJson, 'certificate'>
  facts: PlanFacts
  window: PlanWindow
  history: History
  /** All items, by week, day and place. */
  items: DatedItem[]
  problems: Map<string, CatalogueProblem>
}

export function listItems(plan: Pick<PlanJson, 'weeks'>): DatedItem[] {
  return plan.weeks.flatMap(({ index, days }) =>
    days.flatMap(({ date, problems }) => problems.map((item) => ({ ...item, date, week: index }))),
  )
}

export function sumMinutes(items: { minutes: number }[]): number {
  return items.reduce((total, { minutes }) => total + minutes, 0)
}

/** Free, or premium where the learner has it. */
export function isAllowed({ facts }: VerifiedPlan, problem: CatalogueProblem): boolean {
  return facts.intake.allow_premium || !problem.premium
}

/** Problems that a plan could still teach: allowed, not met, and of no topic the learner left out. */
export function teachable(verified: VerifiedPlan): CatalogueProblem[] {
  const { facts, history } = verified
  const topics = new Set(facts.topics.map(({ slug }) => slug))
  return facts.problems.filter(
    (problem) =>
      isAllowed(verified, problem) &&
      topics.has(problem.topic) &&
      !history.met.has(problem.slug) &&
      !facts.intake.known_topics.includes(problem.topic),
  )
}

export function toScored({ items, problems }: VerifiedPlan): ScoredItem[] {
  return items.map(({ date, week, slug, topic, difficulty, kind, minutes }) => {
    const pattern = problems.get(slug)?.patterns[0] ?? topic
    return { day: dayNumber(date), week, slug, topic, pattern, difficulty, kind, minutes }
  })
}

export function scoreContext(verified: VerifiedPlan): ScoreContext {
  const { facts, history, window } = verified
  const left = teachable(verified)
  const topics = [...new Set(left.map(({ topic }) => topic))]
  const weak = topics.filter((topic) => isWeak(facts, history, topic))
  const rating = (topic: string) => facts.intake.topic_confidence[topic] ?? 0
  return {
    studyDays: window.studyDays.map(dayNumber),
    end: dayNumber(window.end),
    weeks: window.weeks.map(({ index, minutes }) => ({
      index,
      minutes,
      whole: minutes >= weekLimit(facts.intake),
    })),
    weakTopics: new Set(weak),
    otherTopics: new Set(topics.filter((topic) => !weak.includes(topic) && rating(topic) < 4)),
    weakProblems: left.filter(({ topic }) => weak.includes(topic)).length,
  }
}

/** Fits a day, and H6 does not shut it out for good: a hard problem of a topic that has no medium one. */
export function canBeNew({ facts, problems, history }: VerifiedPlan, problem: CatalogueProblem): boolean {
  if (problem.minutes > dayLimit(facts.intake)) return false
  if (problem.difficulty !== 'hard') return true
  return [...problems.values()].some(
    ({ topic, difficulty, premium, slug }) =>
      topic === problem.topic &&
      difficulty === 'medium' &&
      (facts.intake.allow_premium || !premium) &&
      history.met.get(slug)?.solved !== false,
  )
}
