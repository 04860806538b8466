import { isKnown } from '../known/history.ts'
import { canBeNew, type DatedItem, teachable, type VerifiedPlan } from './verified-plan.ts'

type Finding = { problems: string[]; fine: string }

/** H2: no topic before its direct prerequisites, unless they are known, were met, or have nothing to plan. */
export function checkPrerequisites(verified: VerifiedPlan): Finding {
  const { items, facts, history } = verified
  const problems: string[] = []
  const opened = new Set<string>()
  const prerequisites = new Map(facts.topics.map(({ slug, prerequisites }) => [slug, prerequisites]))
  const offered = new Set(
    teachable(verified)
      .filter((problem) => canBeNew(verified, problem))
      .map(({ topic }) => topic),
  )
  for (const { topic, date } of items) {
    if (opened.has(topic)) continue
    for (const before of prerequisites.get(topic) ?? []) {
      const cleared = isKnown(facts, history, before) || history.metTopics.has(before) || !offered.has(before)
      if (!opened.has(before) && !cleared) problems.push(`${topic} starts on ${date} before ${before}`)
    }
    opened.add(topic)
  }
  return { problems, fine: 'Every topic comes after what it builds on.' }
}

/** H4: nothing new twice, and every review on a later day than what it reviews. */
export function checkOnce({ items, history }: VerifiedPlan): Finding {
  const problems: string[] = []
  const met = new Map([...history.met].map(([slug, { attempts }]) => [slug, attempts[0]?.date ?? '']))
  const fresh = new Set<string>()
  const today = new Set<string>()
  for (const { slug, kind, date, item_id } of items) {
    if (kind === 'review' && !((met.get(slug) ?? '9999') < date))
      problems.push(`${slug} is reviewed on ${date} without having been met`)
    if (kind !== 'review' && fresh.has(slug)) problems.push(`${slug} is new twice`)
    if (kind !== 'review') fresh.add(slug)
    if (today.has(`${slug} ${date}`)) problems.push(`${slug} comes twice on ${date}`)
    if (today.has(item_id)) problems.push(`item ${item_id} is there twice`)
    today.add(`${slug} ${date}`).add(item_id)
    if (!met.has(slug)) met.set(slug, date)
  }
  return { problems, fine: 'Nothing is new twice, and reviews follow on later days.' }
}

/** H6: no hard new problem before a medium one of its topic. */
export function checkHardAfterMedium({ items, history, problems: catalogue }: VerifiedPlan): Finding {
  const problems: string[] = []
  const medium = new Set<string>()
  for (const [slug, { solved }] of history.met) {
    const problem = catalogue.get(slug)
    if (solved && problem?.difficulty === 'medium') medium.add(problem.topic)
  }
  for (const { slug, topic, kind, difficulty } of items) {
    if (kind === 'new' && difficulty === 'hard' && !medium.has(topic))
      problems.push(`${slug} is hard and ${topic} has had no medium problem`)
    if (kind !== 'review' && difficulty === 'medium') medium.add(topic)
  }
  return { problems, fine: 'Every hard problem comes after a medium one of its topic.' }
}

/** H7: what was met comes back only as review. */
export function checkSolved({ items, history }: VerifiedPlan): Finding {
  const again = ({ kind, slug }: DatedItem) => kind !== 'review' && history.met.has(slug)
  return {
    problems: items
      .filter(again)
      .map(
        ({ slug }) => `${slug} was ${history.met.get(slug)?.solved ? 'solved' : 'met'} and is planned as new`,
      ),
    fine: 'What was met before comes back only as review.',
  }
}
