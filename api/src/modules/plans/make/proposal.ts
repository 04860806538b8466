import type { CatalogueProblem, Proposal } from '../plans.facts.ts'
import type { RuleId } from '../plans.schemas.ts'
import { plainText } from './plain-text.ts'
import type { Situation } from './situation.ts'

/** One valid choice of the proposal, with the study day it falls on. */
export type Wish = { problem: CatalogueProblem; day: number; reason: string | null }

export type ReadProposal = {
  wishes: Wish[]
  /** By week, null where the proposal has none that is plain text. */
  themes: (string | null)[]
  /** Rules for which something had to be left out or replaced already. */
  repaired: Set<RuleId>
}

/** Takes from a model's answer what may be used: known and allowed problems, on real study days, with clean words. */
export function readProposal(situation: Situation, proposal: Proposal): ReadProposal {
  const { window } = situation
  const byId = new Map([...situation.plannable.values()].map((problem) => [problem.id, problem]))
  const repaired = new Set<RuleId>()
  const wishes: Wish[] = []
  const seen = new Map<string, number>()
  const probed = new Set<string>()
  const weeks = proposal.weeks.slice(0, window.weeks.length)
  if (proposal.weeks.slice(window.weeks.length).some(({ days }) => days.length > 0)) repaired.add('H5')
  weeks.forEach(({ days }, week) => {
    const filled = days.filter(({ problems }) => problems.length > 0)
    if (filled.length > (window.weeks[week]?.studyDays.length ?? 0)) repaired.add('H5')
    filled.forEach(({ problems }, at) => {
      const day = dayFor({ situation, week, at, of: filled.length })
      for (const { id, reason } of problems) {
        const problem = byId.get(id) ?? situation.plannable.get(id)
        if (!problem) {
          repaired.add('H1')
          continue
        }
        if (seen.get(problem.slug) === day) {
          repaired.add('H4')
          continue
        }
        if (isSpare(situation, problem, probed)) continue
        seen.set(problem.slug, day)
        const clean = plainText(reason)
        if (clean === null && reason.trim() !== '') repaired.add('H8')
        wishes.push({
          problem,
          day,
          reason: clean !== null && citesFact(situation, problem, clean) ? clean : null,
        })
      }
    })
  })
  const themes = weeks.map(({ theme }) => plainText(theme))
  if (weeks.some(({ theme }, at) => theme.trim() !== '' && themes[at] === null)) repaired.add('H8')
  return { wishes, themes, repaired }
}

/** A strong topic is tried once; a second choice of it, or one that was tried already, is not needed. */
function isSpare(situation: Situation, { topic, slug }: CatalogueProblem, probed: Set<string>): boolean {
  if (!situation.needs.get(topic)?.strong || situation.history.met.has(slug)) return false
  if (probed.has(topic) || situation.history.metTopics.has(topic)) return true
  probed.add(topic)
  return false
}

/** The proposal's days spread over the week's study days, in order. */
function dayFor(options: { situation: Situation; week: number; at: number; of: number }): number {
  const { situation, week, at, of } = options
  const count = situation.window.weeks[week]?.studyDays.length ?? 1
  return situation.weekOfDay.indexOf(week) + Math.floor((at * count) / of)
}

/** Whether a sentence names a fact about this item: its topic, a pattern, what it builds on, or the learner's own answers. */
export function citesFact({ facts, needs }: Situation, problem: CatalogueProblem, sentence: string): boolean {
  const text = sentence.toLowerCase()
  const prerequisites = facts.topics.find(({ slug }) => slug === problem.topic)?.prerequisites ?? []
  const topics = [problem.topic, ...prerequisites]
  const names = [
    ...topics.flatMap((slug) => [
      slug,
      slug.replaceAll('-', ' '),
      needs.get(slug)?.title.toLowerCase() ?? slug,
    ]),
    ...topics.flatMap((slug) => slug.split('-').filter((word) => word.length > 3)),
    ...problem.patterns.flatMap((pattern) => [pattern, pattern.replaceAll('-', ' ')]),
    ...facts.intake.weaknesses.map((weakness) => weakness.replaceAll('_', ' ')),
    ...facts.intake.role_target.map((role) => role.toLowerCase()),
    facts.intake.level,
    'prerequisite',
    'confidence',
    'you rated',
    'interview',
  ]
  return names.some((name) => text.includes(name) || (name.endsWith('s') && text.includes(name.slice(0, -1))))
}
