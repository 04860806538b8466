import { describe, expect, test } from 'vitest'
import { readCatalogue } from './read-catalogue.ts'

const { topics, patterns, problems, knowledge } = await readCatalogue()
const topicSlugs = new Set(topics.map((topic) => topic.slug))
const patternSlugs = new Set(patterns.map((pattern) => pattern.slug))

describe('the problems', () => {
  test('are 375, each with an id, slug, number and address of its own', () => {
    expect(problems).toHaveLength(375)
    for (const key of ['id', 'slug', 'number', 'url'] as const)
      expect(new Set(problems.map((problem) => problem[key])).size).toBe(375)
  })

  test('name topics and patterns there are, and minutes one can plan with', () => {
    for (const problem of problems) {
      expect(topicSlugs).toContain(problem.topic)
      for (const pattern of problem.patterns) expect(patternSlugs).toContain(pattern)
      expect(problem.minutes).toBeGreaterThan(0)
      expect(problem.url).toMatch(/^https:\/\//)
    }
  })

  test('have the same id on every installation', () => {
    expect(problems.find((problem) => problem.slug === 'two-sum')?.id).toBe(
      'b199e3b7-3e7b-5657-b557-6d959619045e',
    )
  })
})

test('the prerequisites of the topics have no circle', () => {
  const done = new Set<string>()
  while (done.size < topics.length) {
    const next = topics.filter(
      ({ slug, prerequisites }) => !done.has(slug) && prerequisites.every((one) => done.has(one)),
    )
    expect(next).not.toEqual([])
    for (const topic of next) done.add(topic.slug)
  }
})

describe('the knowledge notes', () => {
  test.each(topics.map((topic) => topic.slug))('%s has a note of 150 to 400 words in sections', (slug) => {
    const chunks = knowledge.filter((chunk) => chunk.topic === slug)
    expect(chunks.length).toBeGreaterThan(1)
    const words = chunks.flatMap((chunk) => `${chunk.heading} ${chunk.body}`.split(/\s+/).filter(Boolean))
    expect(words.length).toBeGreaterThanOrEqual(150)
    expect(words.length).toBeLessThanOrEqual(400)
    for (const chunk of chunks) expect([chunk.heading, chunk.body]).not.toContain('')
  })
})
