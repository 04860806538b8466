import { dayLimit } from '../../learner-day/learner-day.models.ts'
import { planWindow } from '../known/calendar.ts'
import type { CatalogueProblem, PlanFacts } from '../plans.facts.ts'
import type { PlanJson } from '../plans.schemas.ts'

/** The Grind list: its problems in their order, packed into the hours. */
export function grindList(facts: PlanFacts): Omit<PlanJson, 'certificate'> {
  const order = (problem: CatalogueProblem) => (problem.lists.includes('grind75') ? 0 : 1)
  const rank = { easy: 0, medium: 1, hard: 2 }
  const list = facts.problems
    .filter(({ lists }) => lists.includes('grind169'))
    .sort((a, b) => order(a) - order(b) || rank[a.difficulty] - rank[b.difficulty] || a.number - b.number)
  return pack(facts, list)
}

/** The NeetCode list: topic by topic along the roadmap. */
export function neetcodeList(facts: PlanFacts): Omit<PlanJson, 'certificate'> {
  const position = new Map(facts.topics.map(({ slug }, at) => [slug, at]))
  const rank = { easy: 0, medium: 1, hard: 2 }
  const list = facts.problems
    .filter(({ lists }) => lists.includes('neetcode250'))
    .sort(
      (a, b) =>
        (position.get(a.topic) ?? 0) - (position.get(b.topic) ?? 0) ||
        rank[a.difficulty] - rank[b.difficulty] ||
        a.number - b.number,
    )
  return pack(facts, list)
}

/** A list in its order, as much a day as the week's hours allow, without what is solved or needs a subscription. */
function pack(facts: PlanFacts, list: CatalogueProblem[]): Omit<PlanJson, 'certificate'> {
  const { intake } = facts
  const window = planWindow(intake, facts.today)
  const solved = new Set(facts.attempts.filter(({ outcome }) => outcome === 'solved').map(({ slug }) => slug))
  const queue = list.filter(({ slug, premium }) => !solved.has(slug) && (intake.allow_premium || !premium))
  const limit = dayLimit(intake)
  const weeks = window.weeks.map(({ index, minutes, studyDays }) => {
    let left = minutes
    const days = studyDays.map((date, at) => {
      const share = Math.min(limit, left / (studyDays.length - at))
      let used = 0
      const problems: PlanJson['weeks'][number]['days'][number]['problems'] = []
      while (queue[0] && used < share && used + queue[0].minutes <= Math.min(limit, left)) {
        const next = queue.shift()
        if (!next) break
        used += next.minutes
        const { id, slug, title, topic, difficulty, minutes } = next
        problems.push({
          item_id: id,
          id,
          slug,
          title,
          topic,
          difficulty,
          kind: 'new',
          minutes,
          reason: 'Next on the list.',
          evidence: [],
        })
      }
      left -= used
      const first = problems[0]
      return {
        date,
        topic: first?.topic ?? '',
        difficulty: first?.difficulty ?? 'easy',
        reason: 'Next on the list.',
        minutes: used,
        problems,
      }
    })
    const filled = days.filter(({ problems }) => problems.length > 0)
    return {
      index,
      theme: 'The list',
      minutes: filled.reduce((total, day) => total + day.minutes, 0),
      days: filled,
    }
  })
  return {
    weeks,
    start_date: window.start,
    end_date: window.end,
    source: 'rules',
    model: null,
    note: '',
    overflow: [],
    changes: null,
  }
}
