import { planWindow } from '../known/calendar.ts'
import { isKnown, readHistory } from '../known/history.ts'
import type { CatalogueProblem, PlanFacts, Proposal } from '../plans.facts.ts'
import type { PlanJson } from '../plans.schemas.ts'

/** A number generator with a seed: the same numbers on every run. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Problems that a model may choose: allowed, not solved, of topics that are not known. */
export function validChoices(facts: PlanFacts): CatalogueProblem[] {
  const history = readHistory(facts)
  return facts.problems.filter(
    ({ premium, topic, slug }) =>
      (facts.intake.allow_premium || !premium) &&
      !isKnown({ intake: { ...facts.intake } }, { ...history, solvedInTopic: new Map() }, topic) &&
      !history.met.has(slug),
  )
}

/** A sensible answer: topics opened in order, weak ones every other time, easy to hard, two thirds of the time. */
export function goodModel(facts: PlanFacts, random: () => number): Proposal {
  const window = planWindow(facts.intake, facts.today)
  const rank = { easy: 0, medium: 1, hard: 2 }
  const byTopic = Map.groupBy(validChoices(facts), ({ topic }) => topic)
  const hours = window.weeks.reduce((total, { minutes }) => total + minutes, 0)
  const topics = facts.topics
    .filter(({ slug }) => byTopic.has(slug))
    .sort((a, b) => a.stage - b.stage)
    .slice(0, Math.max(2, Math.round(hours / 90)))
  const queues = new Map(
    topics.map(({ slug }) => {
      const problems = (byTopic.get(slug) ?? []).map((problem) => ({ problem, luck: random() }))
      problems.sort((a, b) => rank[a.problem.difficulty] - rank[b.problem.difficulty] || a.luck - b.luck)
      const chosen = problems.map(({ problem }) => problem)
      const listed = chosen.filter(({ lists }) => lists.length > 2)
      return [slug, listed.length > 0 ? listed : chosen] as const
    }),
  )
  const used = new Map<string, number>()
  let turn = 0
  const next = (last: string | undefined, progress: number): CatalogueProblem | undefined => {
    turn += 1
    const open = topics
      .slice(0, Math.ceil(2 + 1.6 * progress * topics.length))
      .filter(({ slug }) => (queues.get(slug)?.length ?? 0) > 0 && slug !== last)
      .filter(({ prerequisites }) =>
        prerequisites.every((before) => used.has(before) || !byTopic.has(before)),
      )
    const weak = open.filter(({ slug }) => (facts.intake.topic_confidence[slug] ?? 3) <= 2)
    const others = open.filter((topic) => !weak.includes(topic))
    const [first, second] = turn % 2 === 0 ? [weak, others] : [others, weak]
    const pool = first.length > 0 ? first : second
    const topic = [...pool].sort((a, b) => (used.get(a.slug) ?? 0) - (used.get(b.slug) ?? 0))[0]
    if (topic) used.set(topic.slug, (used.get(topic.slug) ?? 0) + 1)
    return topic && queues.get(topic.slug)?.shift()
  }
  const title = new Map(facts.topics.map(({ slug, title }) => [slug, title]))
  let last: string | undefined
  return {
    weeks: window.weeks.map((week, weekAt) => {
      let carried = 0
      const days = week.studyDays.map((_, dayAt) => {
        carried += (week.minutes * 0.64) / week.studyDays.length
        const problems: { id: string; reason: string }[] = []
        while (carried > 0) {
          const problem = next(last, (weekAt + dayAt / week.studyDays.length) / window.weeks.length)
          if (!problem) break
          carried -= problem.minutes
          last = problem.topic
          problems.push({
            id: problem.id,
            reason: `A good step in ${title.get(problem.topic)} for your level.`,
          })
        }
        return { problems }
      })
      return { theme: `Week ${week.index}: steady practice`, days }
    }),
  }
}

/** The same, spoilt the ways models spoil it: shuffled, doubled, invented, too much, markup in the words. */
export function sloppyModel(facts: PlanFacts, random: () => number): Proposal {
  const good = goodModel(facts, random)
  const pick = () => facts.problems[Math.floor(random() * facts.problems.length)]?.id ?? ''
  const spoil = (one: { id: string; reason: string }) => {
    const dice = random()
    if (dice < 0.08) return [{ id: 'two-sum-iii-the-return', reason: one.reason }]
    if (dice < 0.16) return [one, one]
    if (dice < 0.3) return [{ id: pick(), reason: '<b>Must do</b>, see https://example.com' }]
    if (dice < 0.4) return [one, { id: pick(), reason: '' }]
    return [one]
  }
  return {
    weeks: good.weeks.map(({ theme, days }) => ({
      theme: random() < 0.3 ? `**${theme}**` : theme,
      days: days
        .map(({ problems }) => ({ problems: problems.flatMap(spoil) }))
        .map((day) => ({ day, key: random() }))
        .sort((a, b) => a.key - b.key)
        .map(({ day }) => day),
    })),
  }
}

/** The part of a proposal's valid choices, each counted once, that is in the plan. */
export function keptShare(
  facts: PlanFacts,
  proposal: Proposal,
  plan: Pick<PlanJson, 'weeks'>,
): number | null {
  const valid = new Set(validChoices(facts).map(({ id }) => id))
  const chosen = new Set(
    proposal.weeks
      .flatMap(({ days }) => days.flatMap(({ problems }) => problems.map(({ id }) => id)))
      .filter((id) => valid.has(id)),
  )
  const planned = new Set(
    plan.weeks.flatMap(({ days }) => days.flatMap(({ problems }) => problems.map(({ id }) => id))),
  )
  if (chosen.size === 0) return null
  return [...chosen].filter((id) => planned.has(id)).length / chosen.size
}
