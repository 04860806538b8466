import { v5 as uuidv5 } from 'uuid'
import { dateWords } from '../explain/words.ts'
import type { CatalogueProblem, PlanFacts } from '../plans.facts.ts'
import type { Evidence, PlanItem, PlanJson } from '../plans.schemas.ts'
import type { RepackInput } from './repack.types.ts'

const NAMESPACE = '3f1a9c57-6d0b-4b8e-8a55-7c2de1f0b9a4'
const outcomeWords = { solved: 'solved', tried: 'tried', stuck: 'got stuck on', skipped: 'skipped' }

/** An id that the same change of the same plan gives again. */
export function newItemId(seed: string, plan: Pick<PlanJson, 'start_date'>, name: string): string {
  return uuidv5(`${seed}/${plan.start_date}/${name}`, NAMESPACE)
}

/** A problem that comes into a plan under way, as new. */
export function newItem(options: {
  input: Pick<RepackInput, 'facts' | 'plan' | 'seed'>
  problem: CatalogueProblem
  name: string
  reason: string
}): PlanItem {
  const { input, problem, name, reason } = options
  return {
    item_id: newItemId(input.seed, input.plan, name),
    id: problem.id,
    slug: problem.slug,
    title: problem.title,
    topic: problem.topic,
    difficulty: problem.difficulty,
    kind: 'new',
    minutes: problem.minutes,
    reason,
    evidence: evidenceOfTopic(input.facts, problem),
    first_date: input.facts.today,
  }
}

/** The learner's last meeting with a problem. */
export function evidenceOfMeeting({ attempts }: PlanFacts, problem: CatalogueProblem): Evidence[] {
  const last = attempts.findLast(({ slug, outcome }) => slug === problem.slug && outcome !== 'skipped')
  if (!last) return []
  const rating = last.rating ? `, rated ${last.rating}` : ''
  return [
    {
      type: 'attempt',
      ref: last.id,
      text: `You ${outcomeWords[last.outcome]} ${problem.title} on ${dateWords(last.date)}${rating}.`,
    },
  ]
}

/** What the learner said of a problem's topic, or of their level where they said nothing. */
export function evidenceOfTopic({ intake, topics }: PlanFacts, problem: CatalogueProblem): Evidence[] {
  const title = topics.find(({ slug }) => slug === problem.topic)?.title ?? problem.topic
  const rating = intake.topic_confidence[problem.topic]
  return rating === undefined
    ? [
        {
          type: 'intake',
          ref: 'level',
          text: `Your level is ${intake.level}, and you did not rate ${title}.`,
        },
      ]
    : [{ type: 'intake', ref: 'topic_confidence', text: `You rated ${title} ${rating} of 5.` }]
}
