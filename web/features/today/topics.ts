import type { Topic } from '@codify/api/contract'

/** How sure the learner said they are, 1–5, by topic. */
export type Confidence = Readonly<Record<string, number>>

/** For a topic that the learner did not rate. */
const unrated = 3

/**
 * The topics in the order in which they matter now: those of the plan first, the least sure of them first; the others
 * after them, in the same way.
 */
export function byNeed({
  topics,
  confidence,
  planned,
}: {
  topics: readonly Topic[]
  confidence: Confidence
  planned: ReadonlySet<string>
}): Topic[] {
  const sure = ({ slug }: Topic) => confidence[slug] ?? unrated
  return topics.toSorted(
    (a, b) => Number(planned.has(b.slug)) - Number(planned.has(a.slug)) || sure(a) - sure(b),
  )
}
