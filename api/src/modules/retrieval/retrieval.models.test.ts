import { expect, test } from 'vitest'
import { intakeSchema } from '../intake/intake.schemas.ts'
import { anIntake } from '../intake/testing.ts'
import type { CatalogueProblem, PlanFacts } from '../plans/plans.facts.ts'
import { rankCandidates, toCommunityFacts } from './retrieval.models.ts'

let number = 0
function aProblem(change: Partial<CatalogueProblem> & { slug: string }): CatalogueProblem {
  number += 1
  return {
    id: `id of ${change.slug}`,
    number,
    title: change.slug,
    topic: 'arrays',
    difficulty: 'easy',
    patterns: [],
    minutes: 20,
    lists: [],
    premium: false,
    ...change,
  }
}

function rank(problems: CatalogueProblem[], change: Partial<PlanFacts> = {}, intake: object = {}): string[] {
  const facts: PlanFacts = {
    today: '2026-05-04',
    intake: intakeSchema.parse(anIntake({ topic_confidence: {}, known_topics: [], ...intake })),
    answers: [],
    topics: ['arrays', 'trees'].map((slug, stage) => ({ slug, title: slug, prerequisites: [], stage })),
    problems,
    attempts: [],
    community: [],
    similar: [],
    knowledge: [],
    previous: null,
    ...change,
  }
  return rankCandidates({ facts, problems, limit: 120 }).map(({ slug }) => slug)
}

const attempt = (slug: string, outcome: PlanFacts['attempts'][number]['outcome']) => ({
  id: slug,
  slug,
  outcome,
  minutes: null,
  rating: null,
  date: '2026-05-01',
})

test('within a topic and difficulty the known lists and what others like come first, what was skipped last', () => {
  const problems = [
    aProblem({ slug: 'skipped', lists: ['blind75'] }),
    aProblem({ slug: 'plain' }),
    aProblem({ slug: 'liked' }),
    aProblem({ slug: 'of a list', lists: ['neetcode150'] }),
    aProblem({ slug: 'of the best list', lists: ['blind75'] }),
  ]
  const community = [
    { slug: 'liked', weight: 0.5, upvotes: 40, too_hard: 0, good_intro: 0, pattern_practice: 0 },
  ]
  expect(rank(problems, { community, attempts: [attempt('skipped', 'skipped')] })).toEqual([
    'of the best list',
    'of a list',
    'skipped',
    'liked',
    'plain',
  ])
})

test('topics and difficulties come by turns, those rated firm later', () => {
  const problems = [
    aProblem({ slug: 'arrays 1' }),
    aProblem({ slug: 'arrays 2' }),
    aProblem({ slug: 'arrays medium', difficulty: 'medium' }),
    aProblem({ slug: 'tree 1', topic: 'trees' }),
    aProblem({ slug: 'tree 2', topic: 'trees' }),
  ]
  const order = ['arrays 1', 'arrays medium', 'tree 1', 'arrays 2', 'tree 2']
  expect(rank(problems)).toEqual(order)
  expect(rank(problems, {}, { topic_confidence: { arrays: 5 } })).toEqual([
    'tree 1',
    'tree 2',
    'arrays 1',
    'arrays medium',
    'arrays 2',
  ])
})

test('what was met, is behind a paywall, or of a topic that is skipped or unknown is not offered', () => {
  const problems = [
    aProblem({ slug: 'solved' }),
    aProblem({ slug: 'tried' }),
    aProblem({ slug: 'paid', premium: true }),
    aProblem({ slug: 'skipped topic', topic: 'trees' }),
    aProblem({ slug: 'unknown topic', topic: 'poetry' }),
    aProblem({ slug: 'open' }),
  ]
  const attempts = [attempt('solved', 'solved'), attempt('solved', 'skipped'), attempt('tried', 'tried')]
  expect(rank(problems, { attempts }, { known_topics: ['trees'] })).toEqual(['open'])
  expect(rank(problems, { attempts }, { known_topics: ['trees'], allow_premium: true })).toEqual([
    'paid',
    'open',
  ])
})

test('community figures are of problems of the catalogue alone, in its order', () => {
  const problems = [aProblem({ slug: 'a' }), aProblem({ slug: 'b' })]
  const counts: Parameters<typeof toCommunityFacts>[1] = [
    ['id of somebody’s own', 90, 0, 0, 0, 90],
    ['id of b', 20, 1, 2, 3, 4],
    ['id of a', 20, 0, 0, 0, 20],
  ]
  expect(toCommunityFacts(problems, counts)).toEqual([
    { slug: 'a', weight: 0.5, upvotes: 20, too_hard: 0, good_intro: 0, pattern_practice: 0 },
    { slug: 'b', weight: 0.25, upvotes: 20, too_hard: 1, good_intro: 2, pattern_practice: 3 },
  ])
})
