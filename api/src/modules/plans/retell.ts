import { dayNumber } from './calendar.ts'
import { prerequisiteEvidence } from './evidence.ts'
import { readHistory } from './history.ts'
import { readNeeds } from './needs.ts'
import type { PlanFacts } from './plans.facts.ts'
import type { PlanItem, PlanJson, PlanWeek } from './plans.schemas.ts'
import { phrasesFor, sentences, type Telling } from './reasons.ts'
import { type Told, tell } from './story.ts'
import { listItems } from './verified-plan.ts'

/**
 * Says anew what open items tell of the plan around them (what they follow, when their problem was met) where a change
 * has made it untrue. A model's words, and what may still be said, stay. `open` holds the ids of open items.
 */
export function retell(options: {
  before: PlanJson
  weeks: PlanWeek[]
  open: ReadonlySet<string>
  facts: PlanFacts
}): PlanWeek[] {
  const { before, weeks, open, facts } = options
  const was = storyOf(before, facts)
  const is = storyOf({ weeks }, facts)
  const changed = new Set([...open].filter((id) => !isSameStory(was.get(id), is.get(id))))
  if (changed.size === 0) return weeks
  const telling = tellingOf(before, facts)
  const sentence = sentences(telling)
  const anew = (item: PlanItem): PlanItem => {
    const then = was.get(item.item_id)
    const now = is.get(item.item_id)
    if (!changed.has(item.item_id) || !then || !now) return item
    const evidence = evidenceAnew(telling, now, item.evidence)
    const maySay = (told: Told, of: PlanItem['evidence']) =>
      phrasesFor({ situation: telling, told, evidence: of }).some(({ text }) => text === item.reason)
    const isUntrue = maySay(then, item.evidence) && !maySay(now, evidence)
    return { ...item, evidence, reason: isUntrue ? sentence(now, evidence) : item.reason }
  }
  return weeks.map((week) => ({
    ...week,
    days: week.days.map((day) => ({ ...day, problems: day.problems.map(anew) })),
  }))
}

/** What was so when the plan was made: results since then are part of its story. */
function tellingOf(plan: PlanJson, now: PlanFacts): Telling {
  const facts = { ...now, attempts: now.attempts.filter(({ date }) => date < plan.start_date) }
  const history = readHistory(facts)
  return {
    facts,
    history,
    needs: readNeeds({ facts, history, plannable: facts.problems }),
    community: new Map(facts.community.map((fact) => [fact.slug, fact])),
  }
}

/** What comes before each item, by its id. */
function storyOf(plan: Pick<PlanJson, 'weeks'>, { problems }: PlanFacts): Map<string, Told> {
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  const steps = listItems(plan).flatMap(({ item_id, slug, kind, date }) => {
    const problem = bySlug.get(slug)
    return problem ? [{ id: item_id, item: { problem, kind }, day: dayNumber(date) }] : []
  })
  const told = tell(steps)
  return new Map(steps.flatMap(({ id }, at) => (told[at] ? [[id, told[at]] as const] : [])))
}

/** Whether all that a sentence may say of the order and the days is as it was. */
function isSameStory(was: Told | undefined, is: Told | undefined): boolean {
  if (!was || !is) return true
  return (
    was.day === is.day &&
    was.topicDay === is.topicDay &&
    was.stepsUp === is.stepsUp &&
    Math.min(was.place, 2) === Math.min(is.place, 2) &&
    was.times.join() === is.times.join() &&
    (!is.opens || [...was.opened].join() === [...is.opened].join())
  )
}

/** The same pieces; what a topic builds on is told by the days that are. */
function evidenceAnew(telling: Telling, told: Told, evidence: PlanItem['evidence']): PlanItem['evidence'] {
  const anew = evidence.flatMap((piece) =>
    piece.type === 'prerequisite' ? prerequisiteEvidence(telling, told) : [piece],
  )
  return anew.length > 0 ? anew : evidence
}
