import { describe, expect, it } from 'vitest'
import { type ScoreContext, type ScoredItem, scoreItems } from './score.ts'

const context: ScoreContext = {
  studyDays: Array.from({ length: 14 }, (_, day) => day),
  end: 13,
  weeks: [
    { index: 1, minutes: 100, whole: true },
    { index: 2, minutes: 100, whole: true },
  ],
  weakTopics: new Set(['trees']),
  otherTopics: new Set(['stack']),
  weakProblems: 10,
}

function item(topic: string, day: number, more: Partial<ScoredItem> = {}): ScoredItem {
  const slug = `${topic}-${day}`
  return {
    day,
    week: day < 7 ? 1 : 2,
    slug,
    topic,
    pattern: slug,
    difficulty: 'easy',
    kind: 'new',
    minutes: 20,
    ...more,
  }
}

const review = { kind: 'review', minutes: 10 } as const
const spaced = ['trees', 'stack'].flatMap((topic) => [
  item(topic, 0),
  item(topic, 3, review),
  item(topic, 5, review),
])

describe('the score', () => {
  it('gives full spacing to topics that come back twice after about a fifth of the days left', () => {
    expect(scoreItems(spaced, context).parts.spacing).toBe(25)
  })

  it('gives less for one return, and least for none', () => {
    const once = scoreItems(
      spaced.filter(({ day }) => day < 5),
      context,
    ).parts.spacing
    const never = scoreItems(
      spaced.filter(({ day }) => day === 0),
      context,
    ).parts.spacing
    expect(once).toBeLessThan(25)
    expect(never).toBe(0)
  })

  it('gives no more than all of it, also for a review on a day that is no study day any more', () => {
    const fewer = { ...context, studyDays: [0, 10, 11, 12, 13] }
    const plan = [
      item('trees', 0, { slug: 'a' }),
      item('trees', 9, { ...review, slug: 'a' }),
      item('trees', 10),
    ]
    expect(scoreItems(plan, fewer).parts.spacing).toBeLessThanOrEqual(25)
    const none = { ...context, studyDays: [] }
    expect(scoreItems(plan, none).parts.spacing).toBe(25)
  })

  it('gives less for a review that comes before half of a fifth of the days left', () => {
    const long = { ...context, studyDays: Array.from({ length: 28 }, (_, day) => day), end: 27 }
    const plan = (day: number) => [
      item('trees', 0, { slug: 'a' }),
      item('trees', 5),
      item('trees', day, { ...review, slug: 'a' }),
      item('trees', 10),
    ]
    const sorted = (day: number) => plan(day).sort((a, b) => a.day - b.day)
    const soon = scoreItems(sorted(1), long).parts.spacing
    const later = scoreItems(sorted(5), long).parts.spacing
    expect(later).toBe(25)
    expect(soon).toBeLessThan(22)
  })

  it.each([
    [1, 1, 20],
    [4, 1, 10],
    [0, 4, 0],
    [1, 4, 10],
  ])('with %i weak problems to %i others gives %i points for weak topics', (weak, others, points) => {
    const items = [
      ...Array.from({ length: weak }, (_, at) => item('trees', at)),
      ...Array.from({ length: others }, (_, at) => item('stack', at)),
    ]
    expect(scoreItems(items, context).parts.weak_topics).toBe(points)
  })

  it('asks for no weak topics where there are none', () => {
    expect(scoreItems([item('stack', 0)], { ...context, weakTopics: new Set() }).parts.weak_topics).toBe(20)
  })

  it('takes points for blocks of one topic', () => {
    const mixed = [0, 1, 2, 3].flatMap((day) => [item('trees', day), item('stack', day)])
    const blocks = [...mixed].sort((a, b) => (a.topic < b.topic ? -1 : a.topic > b.topic ? 1 : 0))
    expect(scoreItems(mixed, context).parts.interleaving).toBe(15)
    expect(scoreItems(blocks, context).parts.interleaving).toBeLessThan(8)
  })

  it('takes points for a first contact that is easier than the one before', () => {
    const up = [item('trees', 0), item('trees', 1, { difficulty: 'medium' })]
    const down = [item('trees', 0, { difficulty: 'hard' }), item('trees', 1)]
    expect(scoreItems(up, context).parts.ramp).toBe(15)
    expect(scoreItems(down, context).parts.ramp).toBe(0)
  })

  it('wants weeks at 80 to 90 percent', () => {
    const week = (minutes: number) => [item('trees', 0, { minutes }), item('trees', 7, { minutes })]
    expect(scoreItems(week(85), context).parts.slack).toBe(10)
    expect(scoreItems(week(40), context).parts.slack).toBe(5)
    expect(scoreItems(week(100), context).parts.slack).toBeLessThan(8)
  })

  it('is the sum of its parts, and 100 at most', () => {
    const { score, parts } = scoreItems(spaced, context)
    expect(score).toBeCloseTo(
      Object.values(parts).reduce((sum, part) => sum + part, 0),
      5,
    )
    expect(score).toBeLessThanOrEqual(100)
  })
})
