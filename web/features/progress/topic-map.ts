import type { MasteryLevel, Topic, TopicProgress } from '@codify/api/contract'

/** The size of a topic on the map, in pixels. */
export const nodeSize = { width: 176, height: 68 }

/** A topic as the map shows it: what is in it, what was measured, and where it lies. */
export type MapTopic = {
  slug: string
  title: string
  prerequisites: string[]
  level: MasteryLevel
  problems: number
  solved: number
  selfRating: number | null
  measuredRating: number | null
  attempts: number
  days: number
}
type Point = { x: number; y: number }
/** With its upper left corner on the map, and the line that leads to it from each prerequisite, as SVG draws it. */
export type PlacedTopic = MapTopic & Point & { lines: { from: string; path: string }[] }

/** Every topic with what was measured of it, in the order of the roadmap. */
export function joinTopics(topics: readonly Topic[], measured: readonly TopicProgress[]): MapTopic[] {
  const bySlug = new Map(measured.map((one) => [one.topic, one]))
  return topics.map(({ slug, title, prerequisites, problems, solved }) => {
    const found = bySlug.get(slug)
    return {
      slug,
      title,
      prerequisites,
      problems,
      solved,
      level: found?.level ?? 'new',
      selfRating: found?.self_rating ?? null,
      measuredRating: found?.measured_rating ?? null,
      attempts: found?.attempts ?? 0,
      days: found?.days ?? 0,
    }
  })
}

/** The line from below `from` to above `to`, straight where it passes beside a topic, as SVG draws it. */
export function linePath({ from, to, passes }: { from: Point; to: Point; passes: readonly Point[] }): string {
  const middle = nodeSize.width / 2
  const start = { x: from.x + middle, y: from.y + nodeSize.height }
  const stops = passes.flatMap(({ x, y }) => [
    { x, y: y - nodeSize.height / 2 },
    { x, y: y + nodeSize.height / 2 },
  ])
  const parts = [...stops, { x: to.x + middle, y: to.y }].map((point, at) => {
    const { x, y } = stops[at - 1] ?? start
    const half = (y + point.y) / 2
    return x === point.x
      ? `L ${point.x} ${point.y}`
      : `C ${x} ${half} ${point.x} ${half} ${point.x} ${point.y}`
  })
  return [`M ${start.x} ${start.y}`, ...parts].join(' ')
}

const arrows = { ArrowUp: -1, ArrowDown: 1, ArrowLeft: -1, ArrowRight: 1 } as const
export type ArrowKey = keyof typeof arrows

export function isArrowKey(key: string): key is ArrowKey {
  return key in arrows
}

/** The topic that an arrow key leads to: the next one of the row, or the nearest one of the next row. */
export function nextTopic(topics: readonly PlacedTopic[], from: string, key: ArrowKey): string | undefined {
  const here = topics.find(({ slug }) => slug === from)
  if (!here) return undefined
  const inRow = key === 'ArrowLeft' || key === 'ArrowRight'
  const ahead = topics.flatMap((topic) => {
    const [along, aside] = inRow ? [topic.x - here.x, topic.y - here.y] : [topic.y - here.y, topic.x - here.x]
    const distance = along * arrows[key]
    return distance > 0 && (!inRow || aside === 0)
      ? [{ slug: topic.slug, distance, aside: Math.abs(aside) }]
      : []
  })
  return ahead.sort((a, b) => a.distance - b.distance || a.aside - b.aside)[0]?.slug
}
