import type { Candidate } from '../make/draft.ts'
import type { Situation } from '../make/situation.ts'
import type { Evidence } from '../plans.schemas.ts'
import type { Telling } from './phrases.types.ts'
import { opensTheWay, prerequisiteMet } from './reasons.ts'
import type { Told } from './story.ts'
import { dateWords, listWords, patternName } from './words.ts'

const MOST = 4
const outcomeWords = { solved: 'solved', tried: 'tried', stuck: 'got stuck on', skipped: 'skipped' }

/** What speaks for an item, the most telling first; at least one piece, four at most. */
export function evidenceFor(situation: Situation, told: Told): Evidence[] {
  const { item, place } = told
  const { problem, kind } = item
  const all = [
    ...attemptEvidence(situation, item),
    ...answerEvidence(situation, problem.topic),
    ...ratingEvidence(situation, problem.topic),
    ...(kind === 'review' || place > 1 ? [] : prerequisiteEvidence(situation, told)),
    ...similarEvidence(situation, problem),
    ...communityEvidence(situation, problem.slug),
    ...(kind === 'new' ? goalEvidence(situation, item) : []),
    ...knowledgeEvidence(situation, problem.topic, place),
  ]
  return all.slice(0, MOST)
}

function attemptEvidence({ history, facts, plannable }: Situation, { problem }: Candidate): Evidence[] {
  const own = history.met.get(problem.slug)?.last
  if (own) {
    const rating = own.rating ? `, rated ${own.rating}` : ''
    return [
      {
        type: 'attempt',
        ref: own.id,
        text: `You ${outcomeWords[own.outcome]} ${problem.title} on ${dateWords(own.date)}${rating}.`,
      },
    ]
  }
  if (!history.measuredWeak.has(problem.topic)) return []
  const bad = facts.attempts.findLast(
    ({ slug, outcome, rating }) =>
      plannable.get(slug)?.topic === problem.topic &&
      (outcome === 'tried' || outcome === 'stuck' || rating === 'again' || rating === 'hard'),
  )
  if (!bad) return []
  const title = plannable.get(bad.slug)?.title ?? bad.slug
  return [{ type: 'attempt', ref: bad.id, text: `${title} went badly on ${dateWords(bad.date)}.` }]
}

function answerEvidence({ needs }: Situation, topic: string): Evidence[] {
  const title = needs.get(topic)?.title ?? topic
  if (!needs.get(topic)?.named) return []
  return [
    { type: 'intake', ref: 'regeneration_answers', text: `You named ${title} when asked what felt hardest.` },
  ]
}

function ratingEvidence({ facts, needs }: Situation, topic: string): Evidence[] {
  const title = needs.get(topic)?.title ?? topic
  const rating = facts.intake.topic_confidence[topic]
  if (rating === undefined)
    return [
      {
        type: 'intake',
        ref: 'level',
        text: `Your level is ${facts.intake.level}, and you did not rate ${title}.`,
      },
    ]
  return [{ type: 'intake', ref: 'topic_confidence', text: `You rated ${title} ${rating} of 5.` }]
}

/** The edge that explains the order: to what this topic builds on and was met, or from a root to what it leads to. */
export function prerequisiteEvidence(situation: Telling, told: Told): Evidence[] {
  const { topic } = told.item.problem
  const title = situation.needs.get(topic)?.title ?? topic
  const before = prerequisiteMet(situation, told)
  if (before)
    return [
      {
        type: 'prerequisite',
        ref: `${before.slug}>${topic}`,
        text: `${title} builds on ${before.title}, which you met ${before.when}.`,
      },
    ]
  const after = situation.facts.topics.find(({ prerequisites }) => prerequisites.includes(topic))
  if (
    !after ||
    situation.facts.topics.some(({ slug, prerequisites }) => slug === topic && prerequisites.length > 0)
  )
    return []
  return [
    {
      type: 'prerequisite',
      ref: `${topic}>${after.slug}`,
      text: `${title} opens the way to ${listWords(opensTheWay(situation, topic))}.`,
    },
  ]
}

const findings = {
  found_hard: (what: string) => `found ${what} hard`,
  finished: (what: string) => `finished ${what}`,
  upvoted: (what: string) => `recommend ${what}`,
}

function similarEvidence({ facts }: Situation, problem: { slug: string; topic: string }): Evidence[] {
  const fact =
    facts.similar.find(({ ref, learners }) => ref === problem.slug && learners >= 3) ??
    facts.similar.find(({ ref, learners }) => ref === problem.topic && learners >= 3)
  if (!fact) return []
  const text = `${fact.learners} of ${fact.of} learners with a similar profile ${findings[fact.finding](fact.ref === problem.slug ? 'this problem' : 'this topic')}.`
  return [{ type: 'similar', ref: fact.ref, text }]
}

function communityEvidence({ community }: Situation, slug: string): Evidence[] {
  const fact = community.get(slug)
  if (!fact) return []
  const said = [
    { count: fact.upvotes, text: 'upvotes from learners here' },
    { count: fact.good_intro, text: 'learners call it a good introduction' },
    { count: fact.pattern_practice, text: 'learners call it good pattern practice' },
    { count: fact.too_hard, text: 'learners call it too hard' },
  ].filter(({ count }) => count > 0)
  const most = said.reduce<(typeof said)[number] | undefined>(
    (top, one) => (top && top.count >= one.count ? top : one),
    undefined,
  )
  return most ? [{ type: 'community', ref: slug, text: `${most.count} ${most.text}.` }] : []
}

function goalEvidence({ facts }: Situation, { problem }: Candidate): Evidence[] {
  const { weaknesses, interview_date: interview } = facts.intake
  if (weaknesses.includes('pattern_recognition') && problem.patterns.length > 1)
    return [
      {
        type: 'intake',
        ref: 'weaknesses',
        text: `You want to work on pattern recognition, and this one combines ${listWords(problem.patterns.slice(0, 3).map(patternName))}.`,
      },
    ]
  if (weaknesses.includes('speed') && problem.minutes <= 20)
    return [{ type: 'intake', ref: 'weaknesses', text: 'You want to work on speed, and this one is short.' }]
  if (interview !== null && problem.lists.length > 0)
    return [
      {
        type: 'intake',
        ref: 'interview_date',
        text: `Your interview is on ${interview}, and this is often asked.`,
      },
    ]
  return []
}

/** The first sentence of one of the topic's notes, another one each time. */
function knowledgeEvidence({ notes }: Situation, topic: string, place: number): Evidence[] {
  const { sentences, heading } = notes.get(topic) ?? { sentences: [], heading: null }
  const text = sentences[place % Math.max(1, sentences.length)] ?? heading
  return text ? [{ type: 'knowledge', ref: topic, text: `From our notes: ${text}` }] : []
}
