import type { PlanJson } from '../plans.schemas.ts'
import { worthOf } from './ranking.ts'
import type { Situation } from './situation.ts'

const MOST = 150

/** What was useful and is not in the plan, most useful first. */
export function overflowOf(situation: Situation, planned: Set<string>): PlanJson['overflow'] {
  const { facts, history, needs } = situation
  const rating = (topic: string) => facts.intake.topic_confidence[topic] ?? 0
  const useful = facts.problems.filter(
    ({ slug, topic, lists, premium }) =>
      lists.length > 0 &&
      (lists.includes('blind75') || lists.includes('neetcode150') || lists.includes('grind75')) &&
      (!premium || facts.intake.allow_premium) &&
      !planned.has(slug) &&
      !history.met.get(slug)?.solved &&
      !facts.intake.known_topics.includes(topic) &&
      rating(topic) < 4,
  )
  const worth = (problem: (typeof useful)[number]) =>
    (problem.lists.includes('blind75') ? 1000 : 0) +
    worthOf(situation, problem) +
    (needs.get(problem.topic)?.weight ?? 0)
  return useful
    .map((problem) => ({ problem, worth: worth(problem) }))
    .sort((a, b) => b.worth - a.worth || a.problem.number - b.problem.number)
    .slice(0, MOST)
    .map(({ problem }) => {
      const title = needs.get(problem.topic)?.title ?? problem.topic
      const list = problem.lists.includes('blind75') ? 'On the Blind 75 list' : 'Often practised'
      const weak = needs.get(problem.topic)?.weak
        ? `, and ${title} is one of your weak topics`
        : `, for ${title}`
      return {
        slug: problem.slug,
        minutes: problem.minutes,
        reason: `${list}${weak}; it did not fit your hours.`,
      }
    })
}
