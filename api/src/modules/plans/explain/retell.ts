import { dayNumber } from '../../learner-day/learner-day.models.ts'
import { readHistory } from '../known/history.ts'
import type { Candidate } from '../make/draft.ts'
import { readNeeds } from '../make/needs.ts'
import type { PlanFacts } from '../plans.facts.ts'
import type { PlanItem, PlanWeek } from '../plans.schemas.ts'
import { listItems } from '../verify/verified-plan.ts'
import { prerequisiteEvidence } from './evidence.ts'
import type { Telling } from './phrases.types.ts'
import { phrasesFor, sentences } from './reasons.ts'
import { type Told, tell } from './story.ts'

/**
 * Says anew what open items tell of the plan around them (what they follow, when their problem was met) where it is
 * not so, or no longer. A model's words, and what may still be said, stay. `open` holds the ids of open items.
 */
export function retell(options: {
  start: string
  weeks: PlanWeek[]
  open: ReadonlySet<string>
  facts: PlanFacts
}): PlanWeek[] {
  const { start, weeks, open, facts } = options
  const stories = storiesOf(weeks, facts)
  // Results since the plan was made are part of its story already.
  const asMade = voiceOf({ ...facts, attempts: facts.attempts.filter(({ date }) => date < start) })
  // Rarely needed.
  const asOfNow = once(() => voiceOf(facts))
  const atFirst = once(() => tellingOf({ ...facts, attempts: [] }))
  const anew = (item: PlanItem): PlanItem => {
    const told = stories.get(item.item_id)
    if (!told || !open.has(item.item_id)) return item
    const voice = item.kind === 'review' && told.times.length === 0 ? asOfNow() : asMade
    const evidence = evidenceAnew(asMade.telling, told, item.evidence)
    const may = phrasesFor({ situation: voice.telling, told, evidence })
    const isTrue = may.some(({ text }) => text === item.reason)
    const isOurs = () =>
      tellsOrder(asMade.telling, told, item.reason) || tellsOrder(atFirst(), told, item.reason)
    if (isTrue || !isOurs()) return { ...item, evidence }
    return { ...item, evidence, reason: voice.sentence(told, evidence) }
  }
  return weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({ ...day, problems: day.problems.map(anew) })),
  }))
}

/** What sentences rest on, and who finds one for an item. */
function voiceOf(facts: PlanFacts) {
  const telling = tellingOf(facts)
  return { telling, sentence: sentences(telling) }
}

function once<Value>(make: () => Value): () => Value {
  let made: { value: Value } | undefined
  return () => {
    made ??= { value: make() }
    return made.value
  }
}

function tellingOf(facts: PlanFacts): Telling {
  const history = readHistory(facts)
  return {
    facts,
    history,
    needs: readNeeds({ facts, history, plannable: facts.problems }),
    community: new Map(facts.community.map((fact) => [fact.slug, fact])),
  }
}

/** What comes before each item, by its id. */
function storiesOf(weeks: PlanWeek[], { problems }: PlanFacts): Map<string, Told> {
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  const steps = listItems({ weeks }).flatMap(({ item_id, slug, kind, date }) => {
    const problem = bySlug.get(slug)
    return problem ? [{ id: item_id, item: { problem, kind }, day: dayNumber(date) }] : []
  })
  const told = tell(steps)
  return new Map(steps.flatMap(({ id }, at) => (told[at] ? [[id, told[at]] as const] : [])))
}

/** Whether a sentence is of ours, and tells of the order or the days of a plan. */
function tellsOrder(situation: Telling, { item, day }: Told, sentence: string): boolean {
  const shape = shapeOf(sentence)
  return thinkable(situation, item, day).some((told) =>
    phrasesFor({ situation, told, evidence: [] }).some(
      ({ kind, text }) => ordered.has(kind) && text && shapeOf(text) === shape,
    ),
  )
}

const ordered = new Set([
  ...['way', 'builds', 'rated', 'step', 'first', 'begin', 'hard', 'up', 'second', 'same day', 'away'],
  ...['again', 'longer', 'spaced', 'recall', 'fade', 'blank', 'weak return', 'short'],
])

/** A sentence without its days. */
function shapeOf(text: string): string {
  return text.replaceAll(/on ([A-Z][a-z]+day|\d+ [A-Z][a-z]+)|just before|a day|\d+ days/g, '…')
}

/** Every place of a plan that sentences tell apart, for one item. */
function thinkable({ facts }: Telling, item: Candidate, day: number): Told[] {
  const place = (of: Partial<Told>): Told => ({
    item,
    day,
    serial: 0,
    opens: false,
    place: 2,
    stepsUp: false,
    topicDay: day,
    times: [],
    opened: new Map(),
    ...of,
  })
  if (item.kind === 'review') return [place({ times: [day - 3] }), place({ times: [day - 6, day - 3] })]
  const topic = facts.topics.find(({ slug }) => slug === item.problem.topic)
  const before = (topic?.prerequisites ?? []).map((slug) => new Map([[slug, day - 1]]))
  const openings = [new Map<string, number>(), ...before]
  return [
    ...openings.map((opened) => place({ opens: true, place: 0, topicDay: null, opened })),
    place({ place: 1 }),
    place({}),
    place({ stepsUp: true }),
    place({ stepsUp: true, topicDay: day - 5 }),
    place({ topicDay: day - 5 }),
  ]
}

/** The same pieces; what a topic builds on is told by the days that are. */
function evidenceAnew(telling: Telling, told: Told, evidence: PlanItem['evidence']): PlanItem['evidence'] {
  if (!evidence.some(({ type }) => type === 'prerequisite')) return evidence
  const anew = evidence.flatMap((piece) =>
    piece.type === 'prerequisite' ? prerequisiteEvidence(telling, told) : [piece],
  )
  return anew.length > 0 ? anew : evidence
}
