import type { Evidence } from '../plans.schemas.ts'
import type { Phrase, Telling } from './phrases.types.ts'
import { reviewPhrases } from './review-phrases.ts'
import type { Told } from './story.ts'
import { dateWords, daysWords, listWords, patternWords, whenWords } from './words.ts'

type Why = { situation: Telling; told: Told; evidence: Evidence[] }

const REMEMBERED = 4

/** Tells why this and why now, one sentence an item, and does not use a form again too soon. */
export function sentences(situation: Telling): (told: Told, evidence: Evidence[]) => string {
  const recent: string[] = []
  return (told, evidence) => {
    const phrases = phrasesFor({ situation, told, evidence }).flatMap(({ kind, text }) =>
      text ? [{ kind, text }] : [],
    )
    const fresh = phrases.find(({ kind }) => !recent.includes(kind))
    const oldest = recent.find((kind) => phrases.some((one) => one.kind === kind))
    const chosen = fresh ?? phrases.find(({ kind }) => kind === oldest)
    const at = recent.indexOf(chosen?.kind ?? '')
    if (at >= 0) recent.splice(at, 1)
    recent.push(chosen?.kind ?? '')
    if (recent.length > REMEMBERED) recent.shift()
    return chosen?.text ?? ''
  }
}

/** All that may be said of an item, true each of it. */
export function phrasesFor(why: Why): Phrase[] {
  const { situation, told } = why
  const need = situation.needs.get(told.item.problem.topic)
  const title = need?.title ?? told.item.problem.topic
  if (told.item.kind === 'review') return reviewPhrases(situation, told, title)
  if (told.item.kind === 'probe')
    return [
      {
        kind: 'skip',
        text: `You rated ${title} ${need?.confidence} of 5; one cold try shows whether it can be skipped.`,
      },
      { kind: 'cold', text: `A cold try in ${title}: if it goes well, you can leave the topic at that.` },
      { kind: 'check', text: `One try to see whether ${title} is as firm as you rate it.` },
    ]
  if (need?.strong)
    return [
      { kind: 'further', text: `There is time to go further in ${title} than one try.` },
      {
        kind: 'strong',
        text: need.rated && `You rated ${title} ${need.confidence} of 5, so it goes on at a higher level.`,
      },
      { kind: 'stretch', text: `A problem to stretch what you already know of ${title}.` },
      { kind: 'sharpen', text: `One more in ${title}, to keep a strong topic sharp.` },
    ]
  return told.opens ? openingPhrases(why, title) : practicePhrases(why, title)
}

function openingPhrases({ situation, told }: Why, title: string): Phrase[] {
  const { problem } = told.item
  const need = situation.needs.get(problem.topic)
  const before = prerequisiteMet(situation, told)
  const after = opensTheWay(situation, problem.topic)
  const intro = situation.community.get(problem.slug)?.good_intro ?? 0
  const pattern = patternWords(problem.patterns, title)
  const level = problem.difficulty === 'easy' ? 'an easy problem' : `a ${problem.difficulty} problem`
  const all: Phrase[] = [
    {
      kind: 'way',
      text:
        told.serial === 0 &&
        after.length > 0 &&
        `${title} opens the way to ${listWords(after)}: a good start.`,
    },
    {
      kind: 'builds',
      text: before && `${title} builds on ${before.title}, which you met ${before.when}.`,
    },
    {
      kind: 'rated',
      text: need?.rated && need.weak && `You rated ${title} ${need.confidence} of 5; it opens with ${level}.`,
    },
    { kind: 'intro', text: intro > 1 && `${intro} learners call it a good introduction to ${title}.` },
    { kind: 'step', text: pattern && `A first step into ${title}, by way of ${pattern}.` },
    { kind: 'first', text: `${title} is new in this plan, and opens with ${level}.` },
    { kind: 'begin', text: `${title} begins here, at the ${problem.difficulty} end.` },
  ]
  return told.serial % 2 === 0 ? all : [...all.slice(0, 1), ...all.slice(2), ...all.slice(1, 2)]
}

function practicePhrases({ situation, told, evidence }: Why, title: string): Phrase[] {
  const { problem } = told.item
  const { topicDay, day } = told
  const need = situation.needs.get(problem.topic)
  const pattern = patternWords(problem.patterns, title)
  const interview = situation.facts.intake.interview_date
  const away = topicDay === null ? 0 : day - topicDay
  const said = situation.community.get(problem.slug)
  const shown = (type: Evidence['type'], ref?: string) =>
    evidence.find((one) => one.type === type && (ref === undefined || one.ref === ref))?.text ?? null
  const badly = shown('attempt')
  const telling: Phrase[] = [
    {
      kind: 'hard',
      text: problem.difficulty === 'hard' && `A hard one, now that ${title} has had its medium problems.`,
    },
    {
      kind: 'up',
      text:
        told.stepsUp &&
        problem.difficulty === 'medium' &&
        (away > 1
          ? `${title} comes back after ${daysWords(away)}, now at medium level.`
          : `A step up in ${title}, to medium level.`),
    },
    {
      kind: 'second',
      text:
        away === 0 &&
        told.place === 1 &&
        (pattern
          ? `A second problem while ${title} is fresh, with ${pattern}.`
          : `${title} once more, while the first one is fresh.`),
    },
  ]
  const plain: Phrase[] = [
    {
      kind: 'same day',
      text: away === 0 && told.place > 1 && pattern && `More of ${title} on the same day, with ${pattern}.`,
    },
    { kind: 'badly', text: badly && `${badly.replace(/\.$/, '')}, so ${title} gets more practice.` },
    { kind: 'pattern', text: pattern && `It practises ${pattern} within ${title}.` },
    {
      kind: 'away',
      text: away > 2 && `After ${daysWords(away)} away from ${title}, a new problem shows what has stayed.`,
    },
    {
      kind: 'weak',
      text:
        need?.rated &&
        need.weak &&
        `You rated ${title} ${need.confidence} of 5, so it gets more practice than most.`,
    },
    { kind: 'named', text: need?.named && `You named ${title} as hard, so it gets another problem.` },
    { kind: 'next', text: pattern && `Next in ${title}: ${pattern}.` },
    {
      kind: 'liked',
      text: said && said.upvotes > 1 && `${said.upvotes} learners here recommend it for ${title}.`,
    },
    { kind: 'goal', text: shown('intake', 'weaknesses') },
    { kind: 'asked', text: problem.lists.length > 1 && `One of the most often asked problems of ${title}.` },
    {
      kind: 'interview',
      text:
        interview &&
        shown('intake', 'interview_date') &&
        `Often asked, and your interview is on ${dateWords(interview)}.`,
    },
    { kind: 'similar', text: shown('similar') },
    { kind: 'wider', text: pattern && `${title} again, this time with ${pattern}.` },
    { kind: 'level', text: `More practice in ${title}, at ${problem.difficulty} level.` },
    { kind: 'keep', text: `${title} goes on with a problem you have not seen.` },
  ]
  const turn = told.serial % plain.length
  return [...telling, ...plain.slice(turn), ...plain.slice(0, turn)]
}

/** The topic it builds on that this plan opened last, and when. */
export function prerequisiteMet(
  { facts, needs }: Pick<Telling, 'facts' | 'needs'>,
  { item, opened, day }: Told,
): { slug: string; title: string; when: string } | null {
  const topics = facts.topics.find(({ slug }) => slug === item.problem.topic)?.prerequisites ?? []
  const met = topics.flatMap((slug) => {
    const on = opened.get(slug)
    return on === undefined ? [] : [{ slug, on }]
  })
  const last = met.reduce<(typeof met)[number] | undefined>(
    (top, one) => (top && top.on > one.on ? top : one),
    undefined,
  )
  if (!last) return null
  return {
    slug: last.slug,
    title: needs.get(last.slug)?.title ?? last.slug,
    when: last.on === day ? 'just before' : whenWords(last.on, day),
  }
}

/** Titles of the topics that build on one, two at most. */
export function opensTheWay({ facts }: Pick<Telling, 'facts'>, topic: string): string[] {
  return facts.topics
    .filter(({ prerequisites }) => prerequisites.includes(topic))
    .map(({ title }) => title)
    .slice(0, 2)
}
