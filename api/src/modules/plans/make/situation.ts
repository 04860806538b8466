import { dayLimit, dayNumber, weekLimit } from '../../learner-day/learner-day.models.ts'
import { type PlanWindow, planWindow } from '../known/calendar.ts'
import { type History, isKnown, readHistory, wentBadly } from '../known/history.ts'
import { type StartedItem, startedItems } from '../known/started.ts'
import { PlanningError } from '../planning-error.ts'
import type { CatalogueProblem, CommunityFact, KnowledgeFact, PlanFacts } from '../plans.facts.ts'
import { readNeeds, type TopicNeed } from './needs.ts'
import { plainText } from './plain-text.ts'

/** What can be cited of a topic's notes: the first sentence of each that is plain text, else the first heading. */
export type TopicNotes = { sentences: string[]; heading: string }

/** The facts, read once and indexed for planning. */
export type Situation = {
  facts: PlanFacts
  window: PlanWindow
  /** Day numbers of the study days, and the week (from 0) of each. */
  days: number[]
  weekOfDay: number[]
  endDay: number
  dayLimit: number
  weekLimit: number
  history: History
  needs: Map<string, TopicNeed>
  /** What may be planned: in the catalogue, allowed, not of a topic to leave out, and it fits a day. By slug. */
  plannable: Map<string, CatalogueProblem>
  /** Plannable and not met, by topic. */
  unmet: Map<string, CatalogueProblem[]>
  /** Plannable and met, by topic: what went badly first, then the longest ago. */
  met: Map<string, CatalogueProblem[]>
  /** Day number of the last attempt, by slug. */
  metDay: Map<string, number>
  community: Map<string, CommunityFact>
  notes: Map<string, TopicNotes>
  /** Slugs that the previous plan held as new and the learner has not met. */
  promised: Map<string, string>
  /** Items of the previous plan that were begun and can still be planned. */
  started: StartedItem[]
}

/** Reads the facts; throws PlanningError when there is nothing to plan. */
export function readSituation(facts: PlanFacts): Situation {
  const window = planWindow(facts.intake, facts.today, facts.breaks)
  const history = readHistory(facts)
  const limit = dayLimit(facts.intake)
  const leftOut = new Set(facts.intake.known_topics)
  const topics = new Set(facts.topics.map(({ slug }) => slug))
  const allowed = facts.problems.filter(
    ({ premium, topic, minutes }) =>
      (facts.intake.allow_premium || !premium) &&
      topics.has(topic) &&
      !leftOut.has(topic) &&
      minutes <= limit,
  )
  const medium = new Set(
    allowed
      .filter(({ difficulty, slug }) => difficulty === 'medium' && history.met.get(slug)?.solved !== false)
      .map(({ topic }) => topic),
  )
  // H6 shuts out for good what is hard in a topic without a medium problem.
  const plannable = allowed.filter(
    ({ difficulty, topic, slug }) => difficulty !== 'hard' || medium.has(topic) || history.met.has(slug),
  )
  if (plannable.length === 0)
    throw new PlanningError(
      'nothing_to_plan',
      'known_topics',
      'Every topic of the catalogue is marked as known. Take at least one out of the list.',
    )
  const bySlug = new Map(plannable.map((problem) => [problem.slug, problem]))
  const unmet = Map.groupBy(
    plannable.filter(({ slug }) => !history.met.has(slug)),
    ({ topic }) => topic,
  )
  const met = plannable.filter(({ slug }) => history.met.has(slug)).sort(byUrgency(history))
  const lastDay = (slug: string) => dayNumber(history.met.get(slug)?.last.date ?? window.start)
  return {
    facts,
    window,
    days: window.studyDays.map(dayNumber),
    weekOfDay: window.weeks.flatMap(({ studyDays }, week) => studyDays.map(() => week)),
    endDay: dayNumber(window.end),
    dayLimit: limit,
    weekLimit: weekLimit(facts.intake),
    history,
    needs: readNeeds({ facts, history, plannable }),
    plannable: bySlug,
    unmet,
    met: Map.groupBy(met, ({ topic }) => topic),
    metDay: new Map(met.map(({ slug }) => [slug, lastDay(slug)])),
    community: new Map(facts.community.map((fact) => [fact.slug, fact])),
    notes: readNotes(facts.knowledge),
    promised: readPromised(facts, history),
    started: startedItems(facts, history).filter(({ slug }) => bySlug.has(slug)),
  }
}

/** A review takes half of the problem's minutes, ten at least; a problem not solved yet takes all of them again. */
export function reviewMinutes({ minutes }: Pick<CatalogueProblem, 'minutes'>, retry: boolean): number {
  return retry ? minutes : Math.min(minutes, Math.max(10, Math.round(minutes / 2)))
}

/** H2: whether a topic may be met before any item of its prerequisite. */
export function isCleared(situation: Situation, prerequisite: string): boolean {
  const { facts, history, unmet, met } = situation
  return (
    isKnown(facts, history, prerequisite) ||
    history.metTopics.has(prerequisite) ||
    (!unmet.has(prerequisite) && !met.has(prerequisite))
  )
}

function byUrgency(history: History) {
  const key = (slug: string) => {
    const last = history.met.get(slug)?.last
    return last ? `${wentBadly(last) ? 0 : 1} ${last.date}` : '2'
  }
  return (a: CatalogueProblem, b: CatalogueProblem) =>
    key(a.slug) < key(b.slug) ? -1 : key(a.slug) > key(b.slug) ? 1 : a.number - b.number
}

function readNotes(knowledge: KnowledgeFact[]): Map<string, TopicNotes> {
  const byTopic = Map.groupBy(knowledge, ({ topic }) => topic)
  return new Map(
    [...byTopic].map(([topic, notes]) => {
      const sentences = notes.flatMap(({ body }) => {
        const sentence = plainText(body.split(/(?<=[.!?])\s/, 1)[0] ?? '')
        return sentence !== null && sentence.length <= 250 ? [sentence] : []
      })
      return [topic, { sentences, heading: `${notes[0]?.heading.slice(0, 200)}.` }]
    }),
  )
}

function readPromised(facts: PlanFacts, history: History): Map<string, string> {
  const days = facts.previous?.weeks.flatMap((week) => week.days) ?? []
  const items = days.flatMap(({ date, problems }) => problems.map((item) => ({ date, ...item })))
  return new Map(
    items
      .filter(({ kind, slug }) => kind !== 'review' && !history.met.has(slug))
      .map(({ slug, date }) => [slug, date]),
  )
}
