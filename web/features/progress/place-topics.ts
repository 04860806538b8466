import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre'
import { linePath, type MapTopic, nodeSize, type PlacedTopic } from './topic-map.ts'

/** Between topics of one row, edges that pass them, and rows. */
const gaps = { nodesep: 14, edgesep: 4, ranksep: 40 }

/** Places every topic below its prerequisites, with few crossings, and lines that pass beside the others. */
export function placeTopics(topics: readonly MapTopic[]): PlacedTopic[] {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>()
  graph.setGraph({ rankdir: 'TB', ...gaps })
  const known = new Set(topics.map(({ slug }) => slug))
  for (const { slug } of topics) graph.setNode(slug, { ...nodeSize })
  // Keeps topics that build on one topic alone near it.
  for (const { slug, prerequisites } of topics)
    for (const before of prerequisites)
      if (known.has(before)) graph.setEdge(before, slug, { weight: prerequisites.length === 1 ? 3 : 1 })
  layout(graph)
  const places = new Map(topics.map(({ slug }) => [slug, cornerOf(graph.node(slug))]))
  const rows = new Set(topics.map(({ slug }) => graph.node(slug).y))
  return topics.map((topic) => {
    const to = places.get(topic.slug) ?? { x: 0, y: 0 }
    const lines = topic.prerequisites.flatMap((before) => {
      const from = places.get(before)
      if (!from) return []
      const { points = [] } = graph.edge(before, topic.slug)
      const passes = points
        .slice(1, -1)
        .filter(({ y }) => rows.has(y))
        .map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
      return [{ from: before, path: linePath({ from, to, passes }) }]
    })
    return { ...topic, ...to, lines }
  })
}

function cornerOf({ x = 0, y = 0 }: { x?: number | undefined; y?: number | undefined }) {
  return { x: Math.round(x - nodeSize.width / 2), y: Math.round(y - nodeSize.height / 2) }
}
