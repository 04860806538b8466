import { describe, expect, test } from 'vitest'
import { placeTopics } from './place-topics.ts'
import { aTopic } from './testing.ts'
import { joinTopics, linePath, nextTopic, nodeSize } from './topic-map.ts'

const roadmap = [
  aTopic({ slug: 'arrays' }),
  aTopic({ slug: 'pointers', prerequisites: ['arrays'] }),
  aTopic({ slug: 'stack', prerequisites: ['arrays'] }),
  aTopic({ slug: 'trees', prerequisites: ['pointers', 'gone'] }),
]

test('topics are joined with what was measured of them; what was not is new', () => {
  const topics = ['arrays', 'trees'].map((slug) => ({
    slug,
    title: slug.toUpperCase(),
    prerequisites: [],
    stage: 1,
    problems: 12,
    solved: 3,
    tried: 1,
  }))
  const measured = {
    topic: 'arrays',
    title: 'ARRAYS',
    self_rating: 2,
    level: 'solid' as const,
    value: 0.8,
    measured_rating: 4,
    gap: 2,
    attempts: 5,
    days: 3,
    latest: [],
  }
  expect(joinTopics(topics, [measured])).toEqual([
    aTopic({
      slug: 'arrays',
      title: 'ARRAYS',
      problems: 12,
      solved: 3,
      level: 'solid',
      selfRating: 2,
      measuredRating: 4,
      attempts: 5,
      days: 3,
    }),
    aTopic({ slug: 'trees', title: 'TREES', problems: 12, solved: 3 }),
  ])
})

describe('on the map', () => {
  const placed = placeTopics(roadmap)
  const at = (slug: string) => placed.find((topic) => topic.slug === slug) ?? { x: NaN, y: NaN }

  test('every topic lies below what it builds on, and none over another', () => {
    for (const { slug, prerequisites, y } of placed)
      for (const before of prerequisites.filter((one) => one !== 'gone'))
        expect([slug, y > at(before).y + nodeSize.height]).toEqual([slug, true])
    expect(at('pointers').y).toBe(at('stack').y)
    expect(Math.abs(at('pointers').x - at('stack').x)).toBeGreaterThan(nodeSize.width)
    expect(Math.min(...placed.map(({ x, y }) => Math.min(x, y)))).toBe(0)
  })

  test('a line leads to a topic from each prerequisite that there is', () => {
    const trees = placed.find(({ slug }) => slug === 'trees')
    expect(trees?.lines.map(({ from }) => from)).toEqual(['pointers'])
    const { x, y } = at('pointers')
    expect(trees?.lines[0]?.path.startsWith(`M ${x + nodeSize.width / 2} ${y + nodeSize.height} `)).toBe(true)
  })

  test('arrow keys go along the row, or to the nearest topic of the next one, and nowhere at the edge', () => {
    const [left, right] = at('pointers').x < at('stack').x ? ['pointers', 'stack'] : ['stack', 'pointers']
    expect(nextTopic(placed, left, 'ArrowRight')).toBe(right)
    expect(nextTopic(placed, right, 'ArrowLeft')).toBe(left)
    expect(nextTopic(placed, 'trees', 'ArrowUp')).toBe('pointers')
    expect(nextTopic(placed, 'pointers', 'ArrowDown')).toBe('trees')
    expect(nextTopic(placed, 'stack', 'ArrowUp')).toBe('arrays')
    expect(nextTopic(placed, 'arrays', 'ArrowLeft')).toBeUndefined()
    expect(nextTopic(placed, 'trees', 'ArrowDown')).toBeUndefined()
    expect(nextTopic(placed, 'nowhere', 'ArrowUp')).toBeUndefined()
  })
})

test('a line goes from below to above, and straight beside what it passes', () => {
  const ends = { from: { x: 0, y: 0 }, to: { x: 100, y: 200 } }
  expect(linePath({ ...ends, passes: [] })).toBe('M 88 68 C 88 134 188 134 188 200')
  expect(linePath({ from: ends.from, to: { x: 0, y: 100 }, passes: [] })).toBe('M 88 68 L 88 100')
  expect(linePath({ ...ends, passes: [{ x: 40, y: 130 }] })).toBe(
    'M 88 68 C 88 82 40 82 40 96 L 40 164 C 40 182 188 182 188 200',
  )
})
