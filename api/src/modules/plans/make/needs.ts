import { type History, isKnown, isWeak } from '../known/history.ts'
import type { CatalogueProblem, PlanFacts } from '../plans.facts.ts'

/** How much a learner needs a topic, and why. */
export type TopicNeed = {
  slug: string
  title: string
  stage: number
  /** Direct prerequisites that are not known, not met, and can be planned. */
  missing: string[]
  /** Measured 1–5; before that the self-rating, or what the level suggests for a topic left out. */
  confidence: number
  /** Whether `confidence` is the self-rating. */
  rated: boolean
  /** Rated or measured 4–5 and not gone badly: one probe, then skipped. */
  strong: boolean
  weak: boolean
  /** Named in an answer to what felt hardest. */
  named: boolean
  /** Share of planning time it deserves, relative to the other topics. */
  weight: number
}

const levelConfidence = { beginner: 2, intermediate: 3, advanced: 3 }
const confidenceWeight = [0, 5, 4, 2.5, 1.2, 0.8]
const RECENT_ANSWERS = 3
const MANY_SOLVES = 8

export function readNeeds(options: {
  facts: PlanFacts
  history: History
  plannable: CatalogueProblem[]
}): Map<string, TopicNeed> {
  const { facts, history, plannable } = options
  const available = new Set(plannable.map(({ topic }) => topic))
  const listed = countListed(plannable)
  const foundHard = new Map(
    facts.similar
      .filter(({ kind, finding }) => kind === 'topic' && finding === 'found_hard')
      .map(({ ref, learners, of }) => [ref, of === 0 ? 0 : learners / of]),
  )
  const needs = facts.topics
    .filter(({ slug }) => available.has(slug))
    .map((topic): TopicNeed => {
      const rating = facts.intake.topic_confidence[topic.slug]
      const measured = history.measured.get(topic.slug)
      const confidence = measured ?? rating ?? levelConfidence[facts.intake.level]
      const measuredWeak = history.measuredWeak.has(topic.slug)
      const named = namedInAnswers(facts, topic)
      const base = (confidenceWeight[confidence] ?? 2.5) + (measuredWeak ? 2 : 0)
      const liked = 1 + 0.3 * (foundHard.get(topic.slug) ?? 0)
      return {
        slug: topic.slug,
        title: topic.title,
        stage: topic.stage,
        missing: topic.prerequisites.filter(
          (slug) => available.has(slug) && !history.metTopics.has(slug) && !isKnown(facts, history, slug),
        ),
        confidence,
        rated: rating !== undefined && measured === undefined,
        strong:
          isStrong({ rating, measured, solved: history.solvedInTopic.get(topic.slug) ?? 0 }) &&
          !measuredWeak &&
          !named,
        weak: isWeak(facts, history, topic.slug),
        named,
        weight: base * liked * (named ? 2.5 : 1) * Math.sqrt(1 + (listed.get(topic.slug) ?? 0)),
      }
    })
  return new Map(needs.map((need) => [need.slug, need]))
}

/** Rated so, until results say something else; by results alone only after many solves, so that a good start goes on. */
function isStrong(options: {
  rating: number | undefined
  measured: number | undefined
  solved: number
}): boolean {
  const { rating = 0, measured, solved } = options
  if (measured === undefined) return rating >= 4
  return measured >= 4 && (rating >= 4 || solved >= MANY_SOLVES)
}

/** Whether one of the latest answers names the topic, by its title or its slug in words. */
function namedInAnswers(facts: Pick<PlanFacts, 'answers'>, topic: { slug: string; title: string }): boolean {
  const names = [topic.title.toLowerCase(), topic.slug.replaceAll('-', ' '), topic.slug]
  const answers = facts.answers
    .slice(-RECENT_ANSWERS)
    .map(({ a }) => ` ${a.toLowerCase().replaceAll(/[^a-z0-9&/-]+/g, ' ')} `)
  return answers.some((answer) => names.some((name) => answer.includes(` ${name} `)))
}

/** How many problems of each topic the well-known lists hold. */
function countListed(problems: CatalogueProblem[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { topic, lists } of problems)
    if (lists.includes('neetcode150') || lists.includes('grind75'))
      counts.set(topic, (counts.get(topic) ?? 0) + 1)
  return counts
}
