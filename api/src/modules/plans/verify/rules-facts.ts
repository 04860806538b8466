import { counted } from '../explain/words.ts'
import type { Evidence, PlanItem } from '../plans.schemas.ts'
import { planText } from '../plans.schemas.ts'
import { isAllowed, type VerifiedPlan } from './verified-plan.ts'

type Finding = { problems: string[]; fine: string }

/** H1: every item is the catalogue's, free unless premium is allowed. */
export function checkCatalogue(verified: VerifiedPlan): Finding {
  const { items, problems: catalogue, facts } = verified
  const problems = items.flatMap((item) => {
    const problem = catalogue.get(item.slug)
    if (!problem) return [`${item.slug} is not in the catalogue`]
    if (!isAllowed(verified, problem)) return [`${item.slug} needs a subscription`]
    const same = (['id', 'title', 'topic', 'difficulty'] as const).every((key) => item[key] === problem[key])
    if (!same) return [`${item.slug} is not as the catalogue has it`]
    if (item.kind !== 'review' && facts.intake.known_topics.includes(item.topic))
      return [`${item.topic} is left out`]
    return []
  })
  const free = facts.intake.allow_premium ? '' : ', and free'
  return {
    problems,
    fine: `${items.length === 1 ? 'The one item is' : `All ${items.length} items are`} in the catalogue${free}.`,
  }
}

/** H8: every item has evidence, all of it resolves to a fact, and its figures are the fact's. */
export function checkEvidence(verified: VerifiedPlan): Finding {
  const problems = verified.items.flatMap((item) =>
    evidenceProblems({ verified, item, pieces: item.evidence }),
  )
  const pieces = verified.items.reduce((sum, { evidence }) => sum + evidence.length, 0)
  return { problems, fine: `${counted(pieces, 'piece')} of evidence, all from stored facts.` }
}

/** What is wrong with an item's reason, and with these pieces of its evidence. */
export function evidenceProblems(options: {
  verified: VerifiedPlan
  item: PlanItem
  pieces: Evidence[]
}): string[] {
  const { verified, item, pieces } = options
  const problems: string[] = []
  if (item.evidence.length === 0) problems.push(`${item.slug} has no evidence`)
  if (!planText.safeParse(item.reason).success || item.reason.trim() === '')
    problems.push(`the reason of ${item.slug} is not plain text`)
  for (const piece of pieces)
    if (!resolves(verified, item, piece))
      problems.push(`${piece.type} ${piece.ref} of ${item.slug} does not resolve`)
  return problems
}

function resolves(verified: VerifiedPlan, item: PlanItem, piece: Evidence): boolean {
  const { facts, history } = verified
  switch (piece.type) {
    case 'intake':
      return resolvesIntake(verified, item, piece)
    case 'attempt': {
      const attempt = facts.attempts.find(({ id }) => id === piece.ref)
      const topic = attempt && verified.problems.get(attempt.slug)?.topic
      if (!attempt || topic !== item.topic) return false
      return attempt.outcome === 'skipped' || history.met.has(attempt.slug)
    }
    case 'prerequisite': {
      const [before = '', after = ''] = piece.ref.split('>')
      const edge = facts.topics.find(({ slug }) => slug === after)?.prerequisites.includes(before) === true
      return edge && (item.topic === before || item.topic === after)
    }
    case 'community': {
      const fact = facts.community.find(({ slug }) => slug === piece.ref)
      if (!fact || piece.ref !== item.slug) return false
      return figuresAre(piece.text, [fact.upvotes, fact.too_hard, fact.good_intro, fact.pattern_practice])
    }
    case 'similar':
      return facts.similar.some(
        ({ ref, learners, of }) =>
          ref === piece.ref &&
          (ref === item.slug || ref === item.topic) &&
          learners >= 3 &&
          numbersIn(piece.text).join() === [learners, of].join(),
      )
    case 'knowledge':
      return piece.ref === item.topic && facts.knowledge.some(({ topic }) => topic === piece.ref)
  }
}

/** The field exists and holds something; a rating that is cited is the rating given. */
function resolvesIntake({ facts }: VerifiedPlan, item: PlanItem, { ref, text }: Evidence): boolean {
  if (ref === 'regeneration_answers') return facts.answers.length > 0
  if (ref === 'topic_confidence') {
    const rating = facts.intake.topic_confidence[item.topic]
    return rating !== undefined && numbersIn(text).slice(-2).join() === [rating, 5].join()
  }
  const value = new Map<string, unknown>(Object.entries(facts.intake)).get(ref)
  if (value === undefined || value === null) return false
  if (Array.isArray(value)) return value.some((one) => text.includes(inWords(String(one))))
  return typeof value === 'boolean' || text.includes(inWords(String(value)))
}

function figuresAre(text: string, allowed: number[]): boolean {
  const numbers = numbersIn(text)
  return numbers.length > 0 && numbers.every((number) => allowed.includes(number))
}

function numbersIn(text: string): number[] {
  return (text.match(/\d+/g) ?? []).map(Number)
}

function inWords(value: string): string {
  return value.replaceAll('_', ' ')
}
