import { isOff } from '../../learner-day/learner-day.models.ts'
import type { PlanJson, PlanWeek } from '../plans.schemas.ts'
import type { Situation } from './situation.ts'

type Changes = NonNullable<PlanJson['changes']>

/**
 * What is different from the previous plan in what is still to be learnt, each with its reason; null for a first plan.
 * What was finished stays in the history, and returns to it are no change.
 */
export function changesBetween(situation: Situation, weeks: PlanWeek[]): PlanJson['changes'] {
  const { previous } = situation.facts
  if (!previous) return null
  const before = openDates(situation, previous.weeks)
  const after = openDates(situation, weeks)
  const changes: Changes = { kept: [], moved: [], added: [], removed: [] }
  for (const [slug, to] of after) {
    const from = before.get(slug)
    if (from === undefined) changes.added.push({ slug, reason: whyAdded(situation, slug) })
    else if (from === to) changes.kept.push({ slug, reason: whyKept(situation, slug) })
    else changes.moved.push({ slug, from, to, reason: whyMoved(situation, { slug, from, to }) })
  }
  for (const slug of before.keys())
    if (!after.has(slug)) changes.removed.push({ slug, reason: whyRemoved(situation, slug) })
  return changes
}

/** The day on which each problem that is not solved first comes. */
function openDates({ history }: Situation, weeks: PlanWeek[]): Map<string, string> {
  const dates = new Map<string, string>()
  for (const { date, problems } of weeks.flatMap(({ days }) => days))
    for (const { slug } of problems)
      if (!dates.has(slug) && !history.met.get(slug)?.solved) dates.set(slug, date)
  return dates
}

function whyAdded({ history, needs, plannable }: Situation, slug: string): string {
  const topic = plannable.get(slug)?.topic ?? ''
  const need = needs.get(topic)
  if (history.met.get(slug)?.solved === false) return 'You have tried it and not solved it yet.'
  if (need?.named) return `You named ${need.title} as hard.`
  if (history.measuredWeak.has(topic))
    return `Your results show that ${need?.title ?? topic} needs more practice.`
  if (need?.weak)
    return need.rated
      ? `You rated ${need.title} low, and there is time for it.`
      : `Your results in ${need.title} are low so far, and there is time for it.`
  return `There is time for more ${need?.title ?? 'practice'}.`
}

function whyKept({ history }: Situation, slug: string): string {
  return history.met.has(slug) ? 'Begun, and it stays where it was.' : 'It still fits, on the same day.'
}

function whyMoved(
  { facts, history, window }: Situation,
  { slug, from, to }: { slug: string; from: string; to: string },
): string {
  if (history.met.has(slug)) return 'Begun and not finished; it comes again.'
  if (from < facts.today) return 'Its day has passed without a try.'
  if (from > window.end && window.end === facts.intake.interview_date)
    return 'Its day would come after your interview.'
  if (isOff(facts.breaks ?? [], from)) return 'You have that day off.'
  if (from <= window.end && !window.studyDays.includes(from)) return 'You do not study on its day.'
  if (to < from) return 'There is time for it sooner.'
  return 'It makes room for what is needed sooner.'
}

function whyRemoved({ facts, needs, plannable }: Situation, slug: string): string {
  const problem = facts.problems.find((one) => one.slug === slug)
  if (!problem) return 'It is no longer in the catalogue.'
  if (facts.intake.known_topics.includes(problem.topic)) return 'You know this topic now.'
  if (problem.premium && !facts.intake.allow_premium) return 'It needs a LeetCode subscription.'
  if (!plannable.has(slug)) return 'It takes longer than a day of your plan may be.'
  if (needs.get(problem.topic)?.strong)
    return needs.get(problem.topic)?.rated
      ? 'You rate this topic as strong now.'
      : 'Your results show that you know this topic.'
  return 'It gave way to what is needed more.'
}
