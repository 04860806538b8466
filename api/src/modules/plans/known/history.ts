import { readMastery } from '../../progress/mastery.models.ts'
import type { AttemptFact, PlanFacts } from '../plans.facts.ts'

export type ProblemHistory = { attempts: AttemptFact[]; last: AttemptFact; solved: boolean }

/** Facts from a learner's attempts; a skipped problem counts as not met. */
export type History = {
  /** Problems met, by slug. */
  met: Map<string, ProblemHistory>
  skipped: Set<string>
  /** Topics with at least one problem met. */
  metTopics: Set<string>
  /** Different problems solved, by topic. */
  solvedInTopic: Map<string, number>
  /** Topics whose latest results went badly for at least half of the problems met. */
  measuredWeak: Set<string>
  /** Level of a topic (1–5) once there are enough attempts; replaces the self-rating. */
  measured: Map<string, number>
}

export function readHistory(facts: Pick<PlanFacts, 'attempts' | 'problems' | 'today'>): History {
  const topicOf = new Map(facts.problems.map(({ slug, topic }) => [slug, topic]))
  const met = new Map<string, ProblemHistory>()
  const skipped = new Set<string>()
  for (const attempt of facts.attempts) {
    if (attempt.outcome === 'skipped') {
      skipped.add(attempt.slug)
      continue
    }
    const before = met.get(attempt.slug)
    const attempts = [...(before?.attempts ?? []), attempt]
    met.set(attempt.slug, {
      attempts,
      last: attempt,
      solved: attempt.outcome === 'solved' || before?.solved === true,
    })
  }
  const solvedInTopic = new Map<string, number>()
  const results = new Map<string, { met: number; bad: number }>()
  for (const [slug, { solved, last }] of met) {
    const topic = topicOf.get(slug)
    if (topic === undefined) continue
    if (solved) solvedInTopic.set(topic, (solvedInTopic.get(topic) ?? 0) + 1)
    const sum = results.get(topic) ?? { met: 0, bad: 0 }
    results.set(topic, { met: sum.met + 1, bad: sum.bad + (wentBadly(last) ? 1 : 0) })
  }
  const weak = [...results].filter(([, { met, bad }]) => bad > 0 && bad * 2 >= met)
  return {
    met,
    skipped,
    solvedInTopic,
    metTopics: new Set(results.keys()),
    measuredWeak: new Set(weak.map(([topic]) => topic)),
    measured: new Map(
      [...readMastery(facts)].flatMap(([topic, { rating }]) => (rating === null ? [] : [[topic, rating]])),
    ),
  }
}

/** Not solved, or solved with the rating "again" or "hard". */
export function wentBadly(attempt: AttemptFact): boolean {
  return attempt.outcome !== 'solved' || attempt.rating === 'again' || attempt.rating === 'hard'
}

/** H2's "known": rated 4 or 5, three problems solved, or named as known. */
export function isKnown(facts: Pick<PlanFacts, 'intake'>, history: History, topic: string): boolean {
  return (
    (facts.intake.topic_confidence[topic] ?? 0) >= 4 ||
    (history.solvedInTopic.get(topic) ?? 0) >= 3 ||
    facts.intake.known_topics.includes(topic)
  )
}

/** Measured or, before that, rated 1 or 2; or gone badly of late. */
export function isWeak(facts: Pick<PlanFacts, 'intake'>, history: History, topic: string): boolean {
  const rating = history.measured.get(topic) ?? facts.intake.topic_confidence[topic] ?? 5
  return rating <= 2 || history.measuredWeak.has(topic)
}
