import { readCatalogue, readRoles } from '@codify/seeds'
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { dayNumberOf, estimateLearner } from './learner-model.ts'
import { parameterTable } from './parameters.ts'
import { readReadiness } from './readiness.models.ts'
import type { ModelAttempt, ModelFacts } from './readiness.types.ts'
import { findRole, weighTopics } from './roles.ts'
import { ownSkill } from './skills.ts'

const catalogue = await readCatalogue()
const roles = await readRoles()
const TODAY = '2026-03-02'
const topics = catalogue.topics.map(({ slug }) => slug)

const attempts: fc.Arbitrary<ModelAttempt[]> = fc
  .array(
    fc.record({
      slug: fc.constantFrom(...catalogue.problems.map(({ slug }) => slug)),
      outcome: fc.constantFrom('solved' as const, 'tried' as const, 'stuck' as const, 'skipped' as const),
      minutes: fc.option(fc.integer({ min: 1, max: 1440 })),
      rating: fc.option(fc.constantFrom('again' as const, 'hard' as const, 'good' as const, 'easy' as const)),
      hints_used: fc.integer({ min: 0, max: 3 }),
      ago: fc.integer({ min: 0, max: 90 }),
      interview: fc.boolean(),
    }),
    { maxLength: 60 },
  )
  .map((all) =>
    all
      .sort((a, b) => b.ago - a.ago)
      .map(({ ago, ...attempt }) => ({
        ...attempt,
        date: new Date(Date.parse(TODAY) - ago * 86_400_000).toISOString().slice(0, 10),
      })),
  )
const learners: fc.Arbitrary<ModelFacts> = fc
  .record({
    level: fc.constantFrom('beginner' as const, 'intermediate' as const, 'advanced' as const),
    topic_confidence: fc.dictionary(fc.constantFrom(...topics), fc.integer({ min: 1, max: 5 })),
    known_topics: fc.subarray(topics, { maxLength: 3 }),
    attempts,
  })
  .map(({ attempts, ...intake }) => ({
    intake,
    attempts,
    topics: catalogue.topics,
    problems: catalogue.problems,
  }))

function readinessOf(facts: ModelFacts, target = ['Backend engineer']) {
  return readReadiness({ facts, roles, targets: target, today: TODAY, targetDate: null, planned: [] })
}

function learner(more: Partial<ModelFacts> = {}): ModelFacts {
  return {
    intake: { level: 'intermediate', topic_confidence: {}, known_topics: [] },
    topics: catalogue.topics,
    problems: catalogue.problems,
    attempts: [],
    ...more,
  }
}

function anAttempt(outcome: ModelAttempt['outcome'], slug = 'two-sum'): ModelAttempt {
  return { slug, outcome, minutes: null, rating: null, date: TODAY }
}

describe('the learner model', () => {
  it('gives shares from 0 to 1, in order, with weights that add up to 1', () => {
    fc.assert(
      fc.property(learners, (facts) => {
        const { by_topic, ...all } = readinessOf(facts)
        for (const { now, low, high } of [all, ...by_topic]) {
          expect(0 <= low && low <= now && now <= high && high <= 1).toBe(true)
        }
        expect(by_topic.reduce((sum, { weight }) => sum + weight, 0)).toBeCloseTo(1, 9)
      }),
    )
  })

  it('never lowers a skill by a solved attempt, and never raises one by a stuck attempt', () => {
    fc.assert(
      fc.property(learners, fc.constantFrom(...catalogue.problems), (facts, problem) => {
        const today = dayNumberOf(TODAY)
        const skillsWith = (outcome: ModelAttempt['outcome'] | null) => {
          const more = outcome === null ? [] : [anAttempt(outcome, problem.slug)]
          const { skills } = estimateLearner({ ...facts, attempts: [...facts.attempts, ...more] })
          return topics.map((_, topic) => ownSkill(skills, topic, today))
        }
        const [before, solved, stuck] = [skillsWith(null), skillsWith('solved'), skillsWith('stuck')]
        before.forEach((skill, topic) => {
          expect(solved[topic]).toBeGreaterThanOrEqual(skill - 1e-9)
          expect(stuck[topic]).toBeLessThanOrEqual(skill + 1e-9)
        })
      }),
    )
  })

  it('estimates the same for the same facts', () => {
    fc.assert(
      fc.property(learners, (facts) => {
        expect(readinessOf(facts)).toEqual(readinessOf(facts))
      }),
      {
        numRuns: 20,
      },
    )
  })

  it('narrows the range of a topic with evidence', () => {
    const range = (attempts: ModelAttempt[]) => {
      const intake = { level: 'advanced' as const, topic_confidence: {}, known_topics: [] }
      const [topic] = readinessOf(learner({ intake, attempts })).by_topic
      return (topic?.high ?? 0) - (topic?.low ?? 0)
    }
    const problems = catalogue.problems.filter(({ topic }) => topic === 'arrays-hashing')
    const results = problems
      .slice(0, 20)
      .map(({ slug }, at) => ({ ...anAttempt(at % 2 ? 'solved' : 'tried', slug), minutes: 20 }))
    expect(range(results)).toBeLessThan(0.7 * range([]))
    expect(range(results.slice(0, 6))).toBeGreaterThan(range(results))
  })

  it('does not swing by contradictory attempts further than its range', () => {
    const { low, high } = readinessOf(learner())
    const solved = { ...anAttempt('solved'), minutes: 1, rating: 'easy' as const }
    const after = readinessOf(learner({ attempts: [solved, anAttempt('stuck')] }))
    expect(after.now).toBeGreaterThan(low)
    expect(after.now).toBeLessThan(high)
  })

  it('expects what was gained to fade, and spaced success to last longer', () => {
    const week = ['2026-02-02', '2026-02-09', '2026-02-16', '2026-02-23']
    const spaced = week.map((date) => ({ ...anAttempt('solved'), date }))
    const massed = week.map(() => ({ ...anAttempt('solved'), date: '2026-02-23' }))
    const skillAfter = (all: ModelAttempt[], days: number) => {
      const { skills } = estimateLearner(learner({ attempts: all }))
      return ownSkill(skills, 0, dayNumberOf('2026-02-23') + days)
    }
    expect(skillAfter(spaced, 30)).toBeLessThan(skillAfter(spaced, 0))
    const loss = (all: ModelAttempt[]) => skillAfter(all, 0) - skillAfter(all, 60)
    expect(loss(spaced)).toBeLessThan(loss(massed))
  })

  it('weighs a self-rating less than five results', () => {
    const rated = (rating: number, outcome: ModelAttempt['outcome']) => {
      const slugs = [
        'two-sum',
        'contains-duplicate',
        'valid-anagram',
        'group-anagrams',
        'top-k-frequent-elements',
      ]
      const facts = learner({
        intake: { level: 'intermediate', topic_confidence: { 'arrays-hashing': rating }, known_topics: [] },
        attempts: slugs.map((slug) => anAttempt(outcome, slug)),
      })
      return readinessOf(facts).by_topic[0]?.now ?? 0
    }
    expect(rated(5, 'stuck')).toBeLessThan(rated(1, 'solved'))
  })

  test('every parameter has a default within its range and a source', () => {
    for (const [name, { value, least, most, source }] of Object.entries(parameterTable)) {
      expect(least <= value && value <= most, name).toBe(true)
      expect(source.length, name).toBeGreaterThan(5)
    }
  })
})

describe('roles', () => {
  test.each([
    ['Backend engineer', 'backend'],
    ['SWE', 'software'],
    ['ML engineer', 'machine-learning'],
    ['Senior Machine Learning Engineer', 'machine-learning'],
    ['SRE', 'site-reliability'],
    ['Full-Stack developer', 'full-stack'],
    ['iOS Developer', 'mobile'],
    ['software engineer in test', 'software'],
    ['Baker', undefined],
    ['', undefined],
  ])('"%s" is %s', (text, slug) => {
    expect(findRole(roles, text)?.slug).toBe(slug)
  })

  test('every row weighs every topic', () => {
    for (const { weights } of roles) expect(Object.keys(weights).sort()).toEqual([...topics].sort())
  })

  test('several roles are averaged, and an unknown one counts every topic alike', () => {
    const both = weighTopics(roles, catalogue.topics, ['Backend engineer', 'Frontend engineer'])
    expect(both.roles.map(({ slug }) => slug)).toEqual(['backend', 'frontend'])
    const none = weighTopics(roles, catalogue.topics, ['Baker'])
    expect(new Set(none.weights.values())).toEqual(new Set([1 / topics.length]))
  })

  test('change what counts', () => {
    const weight = (target: string, topic: string) =>
      readinessOf(learner(), [target]).by_topic.find((one) => one.topic === topic)?.weight ?? 0
    expect(weight('Embedded engineer', 'bit-manipulation')).toBeGreaterThan(
      weight('Frontend engineer', 'bit-manipulation'),
    )
  })
})
