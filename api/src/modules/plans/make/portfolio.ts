import { type ScoreContext, type ScoredItem, scoreItems } from '../score/score.ts'
import type { Draft } from './draft.ts'
import { promisedWishes } from './promised.ts'
import type { Wish } from './proposal.ts'
import { mainPattern } from './ranking.ts'
import { followProposal, type Repaired } from './repair.ts'
import { schedule } from './schedule.ts'
import type { Situation } from './situation.ts'
import { makeSyllabus, type Syllabus } from './syllabus.ts'

/** How many topics to open, relative to what the hours suggest. */
const breadths = [0.85, 0.65, 1.1]

/** The best of a few whole plans; the one that goes on with the previous plan, unless another is clearly better. */
export function planByRules(situation: Situation): Draft {
  const fresh = bestOf(
    situation,
    syllabuses(situation, []).map((syllabus) => schedule({ situation, syllabus })),
    (draft) => draft,
  )
  const wishes = promisedWishes(situation)
  if (wishes.length === 0) return fresh
  const { draft } = planByProposal(situation, wishes)
  return scoreDraft(draft) >= scoreDraft(fresh) - CHANGE_MARGIN ? draft : fresh
}

/** Points that a plan from scratch must gain before it may replace what the learner already knows. */
const CHANGE_MARGIN = 6

/** The best of a few ways to lay out a proposal: the one that keeps most of it, then the best score. */
export function planByProposal(situation: Situation, wishes: Wish[]): Repaired {
  const asked = [...new Set(wishes.map(({ problem }) => problem.topic))]
  const ways = syllabuses(situation, asked).map((syllabus) => followProposal({ situation, syllabus, wishes }))
  const most = Math.max(...ways.map(({ kept }) => kept))
  return bestOf(
    situation,
    ways.filter(({ kept }) => kept === most),
    ({ draft }) => draft,
  )
}

/** One for each different number of topics. */
function syllabuses(situation: Situation, asked: string[]): Syllabus[] {
  const all = breadths.map((breadth) => makeSyllabus({ situation, breadth, asked }))
  const count = ({ topics }: Syllabus) => [...topics.values()].filter(({ chosen }) => chosen).length
  return [...new Map(all.toReversed().map((syllabus) => [count(syllabus), syllabus])).values()].reverse()
}

function bestOf<Way>(situation: Situation, ways: Way[], draftOf: (way: Way) => Draft): Way {
  const context = contextOf(situation)
  const scored = ways.map((way) => ({ way, score: scoreItems(scoredItems(draftOf(way)), context).score }))
  return scored.reduce((best, one) => (one.score > best.score + 0.5 ? one : best)).way
}

export function scoreDraft(draft: Draft): number {
  return scoreItems(scoredItems(draft), contextOf(draft.situation)).score
}

function scoredItems({ items, situation }: Draft): ScoredItem[] {
  return items.map(({ problem, kind, minutes, day }) => ({
    day: situation.days[day] ?? 0,
    week: (situation.weekOfDay[day] ?? 0) + 1,
    slug: problem.slug,
    topic: problem.topic,
    pattern: mainPattern(problem),
    difficulty: problem.difficulty,
    kind,
    minutes,
  }))
}

function contextOf({ days, endDay, window, weekLimit, needs, unmet }: Situation): ScoreContext {
  const teachable = [...needs.values()].filter(({ slug }) => unmet.has(slug))
  const weak = teachable.filter((need) => need.weak)
  const others = teachable.filter((need) => !need.weak && !(need.rated && need.confidence >= 4))
  return {
    studyDays: days,
    end: endDay,
    weeks: window.weeks.map(({ index, minutes }) => ({ index, minutes, whole: minutes >= weekLimit })),
    weakTopics: new Set(weak.map(({ slug }) => slug)),
    otherTopics: new Set(others.map(({ slug }) => slug)),
    weakProblems: weak.reduce((total, { slug }) => total + (unmet.get(slug)?.length ?? 0), 0),
  }
}
