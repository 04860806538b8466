import { dayNumber } from '../../learner-day/learner-day.models.ts'
import type { PlanJson } from '../plans.schemas.ts'

/** Properties of a plan that a coach would look at, beside its score. */
export type CoachFigures = {
  /** Days from a problem's first item in the plan to its first review. */
  firstReviewDays: number[]
  /** Days from a problem's first review to its second. */
  secondReviewDays: number[]
  /** First reviews sooner than three days where a week of the plan was left. */
  tooSoon: number
  reviewShare: number
  /** Topics whose first new problem comes in the week that opens most. */
  openedInBusiestWeek: number
  /** New problems of each topic that has one. */
  newPerTopic: number[]
  easyShare: number
}

export function coachFigures(plan: Pick<PlanJson, 'weeks' | 'end_date'>): CoachFigures {
  const end = dayNumber(plan.end_date)
  const items = plan.weeks.flatMap(({ index, days }) =>
    days.flatMap(({ date, problems }) =>
      problems.map((item) => ({ ...item, day: dayNumber(date), week: index })),
    ),
  )
  const figures = { firstReviewDays: [] as number[], secondReviewDays: [] as number[], tooSoon: 0 }
  for (const times of Map.groupBy(items, ({ slug }) => slug).values()) {
    const [first, second, third] = times
    if (!first || !second) continue
    if (first.kind === 'review') figures.secondReviewDays.push(second.day - first.day)
    else {
      figures.firstReviewDays.push(second.day - first.day)
      if (second.day - first.day < 3 && end - first.day >= 7) figures.tooSoon += 1
      if (third) figures.secondReviewDays.push(third.day - second.day)
    }
  }
  const fresh = items.filter(({ kind }) => kind === 'new')
  const byTopic = [...Map.groupBy(fresh, ({ topic }) => topic).values()]
  const opened = Map.groupBy(byTopic, ([first]) => first?.week)
  const minutes = (some: { minutes: number }[]) => some.reduce((total, one) => total + one.minutes, 0)
  return {
    ...figures,
    reviewShare: minutes(items.filter(({ kind }) => kind === 'review')) / Math.max(1, minutes(items)),
    openedInBusiestWeek: Math.max(0, ...[...opened.values()].map(({ length }) => length)),
    newPerTopic: byTopic.map(({ length }) => length),
    easyShare: fresh.filter(({ difficulty }) => difficulty === 'easy').length / Math.max(1, fresh.length),
  }
}
