import type { Wish } from './proposal.ts'
import type { Situation } from './situation.ts'

/**
 * What the previous plan still holds as new for the days to come, on the same days. Where results or answers point to
 * topics that need more, every third of the others gives way.
 */
export function promisedWishes(situation: Situation): Wish[] {
  const { window, promised, plannable, needs, history } = situation
  const needed = (topic: string) => history.measuredWeak.has(topic) || needs.get(topic)?.named === true
  const anyNeeded = [...needs.keys()].some(needed)
  let others = 0
  return [...promised]
    .sort(([, a], [, b]) => (a < b ? -1 : a > b ? 1 : 0))
    .flatMap(([slug, date]): Wish[] => {
      const problem = plannable.get(slug)
      const day = window.studyDays.indexOf(date)
      if (!problem || day < 0) return []
      const need = needs.get(problem.topic)
      if (need?.strong && situation.history.metTopics.has(problem.topic)) return []
      if (anyNeeded && !needed(problem.topic)) others += 1
      return anyNeeded && !needed(problem.topic) && others % 3 === 0 ? [] : [{ problem, day, reason: null }]
    })
}
