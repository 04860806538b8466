import type { PlanJson, PlanWeek } from './plans.schemas.ts'
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
    else changes.moved.push({ slug, from, to, reason: whyMoved(situation, slug, from) })
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
  if (need?.weak) return `You rated ${need.title} low, and there is time for it.`
  return `There is time for more ${need?.title ?? 'practice'}.`
}

function whyKept({ history }: Situation, slug: string): string {
  return history.met.has(slug) ? 'Begun, and it stays where it was.' : 'It still fits, on the same day.'
}

function whyMoved({ history, window }: Situation, slug: string, from: string): string {
  if (history.met.has(slug)) return 'Begun and not finished; it comes again.'
  if (from < window.start) return 'Its day has passed without a try.'
  return 'It makes room for what is needed sooner.'
}

function whyRemoved({ facts, needs, plannable }: Situation, slug: string): string {
  const problem = facts.problems.find((one) => one.slug === slug)
  if (!problem) return 'It is no longer in the catalogue.'
  if (facts.intake.known_topics.includes(problem.topic)) return 'You know this topic now.'
  if (!plannable.has(slug)) return 'It no longer fits what you allow.'
  if (needs.get(problem.topic)?.strong)
    return needs.get(problem.topic)?.rated
      ? 'You rate this topic as strong now.'
      : 'Your results show that you know this topic.'
  return 'It gave way to what is needed more.'
}
