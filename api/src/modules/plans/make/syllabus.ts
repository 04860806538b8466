import type { CatalogueProblem } from '../plans.facts.ts'
import type { TopicNeed } from './needs.ts'
import { rankProblems } from './ranking.ts'
import type { Situation } from './situation.ts'

/** What a plan sets out to teach: the topics in order of priority, and for each its new problems. */
export type Syllabus = {
  /** Minutes that all weeks together should take. */
  totalMinutes: number
  /** Minutes of probes, while there is other work. */
  probeLimit: number
  /** Share of the time that goes to new problems. */
  newShare: number
  topics: Map<string, TopicShare>
  /** Strong topics with the problem to try cold, most telling first. */
  probes: Map<string, CatalogueProblem>
}
export type TopicShare = {
  slug: string
  /** Whether it is one of the topics to open; the others come only when time is left. */
  chosen: boolean
  priority: number
  newMinutes: number
  /** New problems in the order to meet them: difficulty never falls up to `core`. */
  queue: CatalogueProblem[]
}

export const WEEK_LOAD = 0.86

export function makeSyllabus(options: {
  situation: Situation
  /** How many topics to open, relative to what the hours suggest. */
  breadth: number
  /** Topics to open in any case, such as those of a proposal. */
  asked?: string[]
}): Syllabus {
  const { situation, breadth, asked = [] } = options
  const totalMinutes = situation.window.weeks.reduce((sum, { minutes }) => sum + minutes * WEEK_LOAD, 0)
  const probes = chooseProbes(situation)
  const count = Math.max(2, Math.round((totalMinutes / topicMinutes(totalMinutes)) * breadth))
  const wanted = chooseTopics(situation, count, asked)
  const chosen = [...wanted, ...(wanted.length < count ? spareTopics(situation, wanted, totalMinutes) : [])]
  // Where most topics are strong, most of the time is for trying them.
  const probeLimit = totalMinutes * Math.max(0.2, (0.6 * probes.size) / situation.needs.size)
  const probeMinutes = Math.min(sum([...probes.values()].map(({ minutes }) => minutes)), probeLimit)
  const shares = divide({
    situation,
    chosen,
    minutes: newMinutesFor(totalMinutes - probeMinutes, chosen.length),
  })
  const topics = [...situation.needs.values()].map((need): TopicShare => {
    const newMinutes = shares.get(need.slug) ?? 0
    const position = chosen.indexOf(need.slug)
    return {
      slug: need.slug,
      chosen: position >= 0,
      priority: position >= 0 ? 1 - position / (chosen.length + 1) : need.weight / 1000,
      newMinutes,
      queue: rankProblems({ situation, need, minutes: newMinutes }),
    }
  })
  return {
    totalMinutes,
    probeLimit,
    newShare: Math.min(0.95, sum([...shares.values()]) / totalMinutes),
    topics: new Map(topics.map((topic) => [topic.slug, topic])),
    probes,
  }
}

/** Minutes for a topic: enough to be taught and to come back twice, more where there is more time. */
function topicMinutes(totalMinutes: number): number {
  return 72 + totalMinutes / 32
}

/** Two thirds to four fifths of the time is for new problems: the more time a topic has, the more. */
function newMinutesFor(minutes: number, topics: number): number {
  const returns = topics * 3 * reviewMinutesOf(28)
  return Math.max(minutes * 0.68, Math.min(minutes * 0.78, minutes - returns))
}

function reviewMinutesOf(minutes: number): number {
  return Math.max(10, Math.round(minutes / 2))
}

/** The topics most worth their time, each together with what must come before it; weak ones and others in turn. */
function chooseTopics(situation: Situation, count: number, asked: string[]): string[] {
  const { needs, unmet, met } = situation
  const begun = situation.started.flatMap(({ slug }) => situation.plannable.get(slug)?.topic ?? [])
  const forced = [...begun, ...asked].flatMap((topic) => withPrerequisites(situation, topic))
  const chosen = [...new Set(forced)].filter((slug) => !needs.get(slug)?.strong)
  const open = [...needs.values()].filter(({ slug, strong }) => !strong && (unmet.has(slug) || met.has(slug)))
  while (chosen.length < count) {
    const options = open
      .filter(({ slug }) => !chosen.includes(slug))
      .map((need) => {
        const closure = withPrerequisites(situation, need.slug).filter((slug) => !chosen.includes(slug))
        const worth = sum(closure.map((slug) => needs.get(slug)?.weight ?? 0)) + need.weight
        return { need, closure, value: worth / (closure.length + 1) }
      })
    const best = mostWorth(situation, chosen, options, count)
    if (!best) break
    chosen.push(...best.closure.slice(0, count - chosen.length))
  }
  return chosen
}

type Option = { need: TopicNeed; closure: string[]; value: number }

/** The best that still fits, of the kind (weak or not) that is behind; else the best start towards anything. */
function mostWorth(
  situation: Situation,
  chosen: string[],
  options: Option[],
  count: number,
): Option | undefined {
  const weak = chosen.filter((slug) => situation.needs.get(slug)?.weak).length
  const behind = ({ need }: Option) => need.weak === weak * 2 <= chosen.length
  const fitting = options.filter(({ closure }) => chosen.length + closure.length <= count)
  const pools = [fitting.filter(behind), fitting, options]
  const pool = pools.find(({ length }) => length > 0) ?? []
  return pool.reduce<Option | undefined>((top, one) => (top && top.value >= one.value ? top : one), undefined)
}

/** Strong topics to go on with after all, while the others cannot fill the time. */
function spareTopics(situation: Situation, chosen: string[], totalMinutes: number): string[] {
  const supply = (slug: string) =>
    1.3 * sum((situation.unmet.get(slug) ?? []).map(({ minutes }) => minutes)) +
    0.5 * sum((situation.met.get(slug) ?? []).map(({ minutes }) => minutes))
  let lack = totalMinutes - sum(chosen.map(supply))
  const spare: string[] = []
  const strong = [...situation.needs.values()].filter(({ slug, strong }) => strong && !chosen.includes(slug))
  for (const { slug } of strong.sort((a, b) => b.weight - a.weight)) {
    if (lack <= 0) break
    spare.push(slug)
    lack -= supply(slug)
  }
  return spare
}

/** A topic after all that must come before it, deepest first. */
export function withPrerequisites(situation: Situation, topic: string): string[] {
  const missing = situation.needs.get(topic)?.missing ?? []
  return [...new Set([...missing.flatMap((slug) => withPrerequisites(situation, slug)), topic])]
}

/** Minutes for new problems of each chosen topic: half to the weak ones, by weight, at least one problem each. */
function divide(options: { situation: Situation; chosen: string[]; minutes: number }): Map<string, number> {
  const { situation, chosen } = options
  const available = (slug: string) => sum((situation.unmet.get(slug) ?? []).map(({ minutes }) => minutes))
  const isWeak = (slug: string) => situation.needs.get(slug)?.weak === true
  const groups = [chosen.filter(isWeak), chosen.filter((slug) => !isWeak(slug))]
  const shares = new Map<string, number>()
  let left = options.minutes
  groups.forEach((group, at) => {
    const others = groups[1 - at] ?? []
    const wish = others.length === 0 ? left : at === 0 ? options.minutes / 2 : left
    left -= pour({ group, minutes: wish, shares, situation, available })
  })
  if (left > 1) pour({ group: chosen, minutes: left, shares, situation, available })
  return shares
}

/** Pours minutes into a group by weight, no topic over what it has; answers what was poured. */
function pour(options: {
  group: string[]
  minutes: number
  shares: Map<string, number>
  situation: Situation
  available: (slug: string) => number
}): number {
  const { shares, situation, available } = options
  let left = options.minutes
  let group = options.group.filter((slug) => (shares.get(slug) ?? 0) < available(slug))
  while (left > 1 && group.length > 0) {
    const weights = sum(group.map((slug) => situation.needs.get(slug)?.weight ?? 1))
    const portion = left / weights
    for (const slug of group) {
      const before = shares.get(slug) ?? 0
      const after = Math.min(available(slug), before + portion * (situation.needs.get(slug)?.weight ?? 1))
      shares.set(slug, after)
      left -= after - before
    }
    group = group.filter((slug) => (shares.get(slug) ?? 0) < available(slug) - 0.5)
  }
  return options.minutes - left
}

/** For each strong topic not measured yet: a free medium problem, from a list if there is one. */
function chooseProbes(situation: Situation): Map<string, CatalogueProblem> {
  const strong = [...situation.needs.values()].filter(
    ({ slug, strong }) => strong && !situation.history.metTopics.has(slug),
  )
  const worth = ({ lists, difficulty, premium, slug }: CatalogueProblem) =>
    (difficulty === 'medium' ? 8 : difficulty === 'easy' ? 4 : 0) +
    (premium ? 0 : 4) +
    (lists.includes('blind75') ? 2 : lists.length > 0 ? 1 : 0) +
    (situation.promised.has(slug) ? 1.5 : 0)
  const probes = strong
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ slug }) => {
      const options = situation.unmet.get(slug) ?? []
      const best = [...options].sort((a, b) => worth(b) - worth(a) || a.number - b.number)[0]
      return best ? [[slug, best] as const] : []
    })
  return new Map(probes)
}

export function sum(numbers: number[]): number {
  return numbers.reduce((total, one) => total + one, 0)
}
