import type { PlanFacts } from '../../api/src/modules/plans/plans.facts.ts'
import type { PlanJson } from '../../api/src/modules/plans/plans.schemas.ts'
import { type CoachFigures, coachFigures } from '../../api/src/modules/plans/testing/coach-figures.ts'
import { quantile, table } from './tables.ts'

export type Planned = {
  name: string
  plans: { facts: PlanFacts; plan: Pick<PlanJson, 'weeks' | 'end_date'> }[]
}

/** Table of a coach's figures for ordinary learners: four hours a week or more, two weeks or more, enough to learn. */
export function coachTable(all: Planned[]): string {
  const head = [
    'plan',
    'learners',
    'days to first review',
    'too soon',
    'review minutes',
    'in week 1',
    'topics opened in the busiest week',
    'new problems a taught topic',
  ]
  return table(
    head,
    all.map(({ name, plans }) => row(name, plans.filter(isOrdinary).map(figuresOf))),
  )
}

function isOrdinary({ facts, plan }: Planned['plans'][number]): boolean {
  const { intake, topics } = facts
  const toLearn = topics.filter(
    ({ slug }) => (intake.topic_confidence[slug] ?? 3) <= 3 && !intake.known_topics.includes(slug),
  )
  return intake.hours_per_week >= 4 && plan.weeks.length >= 2 && toLearn.length >= 3
}

type Figures = CoachFigures & { firstWeekShare: number }

function figuresOf({ plan }: Planned['plans'][number]): Figures {
  const firstWeek = coachFigures({ ...plan, weeks: plan.weeks.slice(0, 1) })
  return { ...coachFigures(plan), firstWeekShare: firstWeek.reviewShare }
}

function row(name: string, figures: Figures[]): (string | number)[] {
  const median = (numbers: number[]) => quantile(numbers, 0.5)
  const percent = (share: number) => `${Math.round(share * 100)} %`
  const gaps = figures.flatMap(({ firstReviewDays }) => firstReviewDays)
  const tooSoon = figures.reduce((sum, one) => sum + one.tooSoon, 0)
  return [
    name,
    figures.length,
    gaps.length === 0 ? '–' : median(gaps),
    gaps.length === 0 ? '–' : `${((100 * tooSoon) / gaps.length).toFixed(1)} %`,
    percent(median(figures.map(({ reviewShare }) => reviewShare))),
    percent(median(figures.map(({ firstWeekShare }) => firstWeekShare))),
    median(figures.map(({ openedInBusiestWeek }) => openedInBusiestWeek)),
    median(figures.flatMap(({ newPerTopic }) => newPerTopic)),
  ]
}
