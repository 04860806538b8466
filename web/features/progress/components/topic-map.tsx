'use client'

import '@xyflow/react/dist/base.css'
import {
  BaseEdge,
  type Edge,
  type EdgeProps,
  MarkerType,
  Panel,
  ReactFlow,
  ReactFlowProvider,
  useReactFlow,
  useStore,
} from '@xyflow/react'
import { Maximize, ZoomIn, ZoomOut } from 'lucide-react'
import { type KeyboardEvent, useEffect, useMemo, useState } from 'react'
import { IconButton } from '@/components/ui/icon-button.tsx'
import { isArrowKey, nextTopic, nodeSize, type PlacedTopic } from '../topic-map.ts'
import { slugOf, TopicNode, type TopicNodeType, topicButtonId } from './topic-node.tsx'

type LineEdge = Edge<{ path: string }, 'line'>

const nodeTypes = { topic: TopicNode }
const edgeTypes = { line: Line }
const fit = { padding: 0.02, maxZoom: 1 }

/** The topics as a graph: to move, to zoom, and to walk with Tab or the arrow keys. Enter opens a topic. */
export function TopicMap({ topics }: { topics: readonly PlacedTopic[] }) {
  return (
    <ReactFlowProvider>
      <Flow topics={topics} />
    </ReactFlowProvider>
  )
}

function Flow({ topics }: { topics: readonly PlacedTopic[] }) {
  const flow = useReactFlow()
  const [near, setNear] = useState<string | null>(null)
  /** The one that Tab comes to. */
  const [current, setCurrent] = useState(topics[0]?.slug)
  const nodes = useMemo(() => toNodes(topics, current), [topics, current])
  const edges = useMemo(() => toEdges(topics, near), [topics, near])

  // Turned, or made wider: the whole of it again.
  const width = useStore((state) => state.width)
  useEffect(() => {
    if (width > 0) void flow.fitView(fit)
  }, [flow, width])

  function walk(event: KeyboardEvent) {
    const from = slugOf(event.target)
    if (!from || !isArrowKey(event.key)) return
    const next = nextTopic(topics, from, event.key)
    event.preventDefault()
    if (next) document.getElementById(topicButtonId(next))?.focus({ preventScroll: true })
  }

  /** Scrolls the map to a focused topic outside the view. */
  function show(slug: string) {
    setNear(slug)
    setCurrent(slug)
    const topic = topics.find((one) => one.slug === slug)
    const button = document.getElementById(topicButtonId(slug))
    const frame = button?.closest('.react-flow')
    if (!topic || !button || !frame) return
    const [inner, outer] = [button.getBoundingClientRect(), frame.getBoundingClientRect()]
    const isSeen =
      inner.left >= outer.left &&
      inner.right <= outer.right &&
      inner.top >= outer.top &&
      inner.bottom <= outer.bottom
    if (!isSeen)
      void flow.setCenter(topic.x + nodeSize.width / 2, topic.y + nodeSize.height / 2, {
        zoom: flow.getZoom(),
      })
  }

  return (
    <ReactFlow
      nodes={nodes}
      edges={edges}
      nodeTypes={nodeTypes}
      edgeTypes={edgeTypes}
      fitView
      fitViewOptions={fit}
      minZoom={0.4}
      maxZoom={2}
      zoomOnScroll={false}
      zoomOnDoubleClick={false}
      preventScrolling={false}
      nodesDraggable={false}
      nodesConnectable={false}
      nodesFocusable={false}
      edgesFocusable={false}
      elementsSelectable={false}
      deleteKeyCode={null}
      proOptions={{ hideAttribution: true }}
      aria-label="Map of topics. The arrow keys go from topic to topic, Enter opens one."
      onKeyDown={walk}
      onFocus={({ target }) => {
        const slug = slugOf(target)
        if (slug) show(slug)
      }}
      onBlur={() => setNear(null)}
      onNodeMouseEnter={(_, { id }) => setNear(id)}
      onNodeMouseLeave={() => setNear(null)}
    >
      <Panel
        position="top-right"
        className="flex gap-1 rounded-lg border border-border bg-surface p-1 shadow-card"
      >
        <IconButton size="sm" label="Zoom in" onClick={() => flow.zoomIn()}>
          <ZoomIn aria-hidden />
        </IconButton>
        <IconButton size="sm" label="Zoom out" onClick={() => flow.zoomOut()}>
          <ZoomOut aria-hidden />
        </IconButton>
        <IconButton size="sm" label="Show the whole map" onClick={() => flow.fitView(fit)}>
          <Maximize aria-hidden />
        </IconButton>
      </Panel>
    </ReactFlow>
  )
}

function toNodes(topics: readonly PlacedTopic[], current: string | undefined): TopicNodeType[] {
  const titles = Object.fromEntries(topics.map(({ slug, title }) => [slug, title]))
  return topics.map((topic) => ({
    id: topic.slug,
    type: 'topic',
    position: { x: topic.x, y: topic.y },
    ...nodeSize,
    data: { topic, titles, isCurrent: topic.slug === current },
  }))
}

/** Those of the topic at hand stand out. */
function toEdges(topics: readonly PlacedTopic[], near: string | null): LineEdge[] {
  return topics.flatMap(({ slug, lines }) =>
    lines.map(({ from, path }) => {
      const isNear = slug === near || from === near
      const color = isNear ? 'var(--accent)' : 'var(--input)'
      return {
        id: `${from}>${slug}`,
        type: 'line',
        source: from,
        target: slug,
        data: { path },
        style: { stroke: color, strokeWidth: isNear ? 2 : 1.25 },
        markerEnd: {
          type: MarkerType.ArrowClosed,
          color,
          width: 16,
          height: 16,
          markerUnits: 'userSpaceOnUse',
        },
        zIndex: isNear ? 1 : 0,
      }
    }),
  )
}

function Line({ data, style, markerEnd }: EdgeProps<LineEdge>) {
  return <BaseEdge path={data?.path ?? ''} {...{ style, markerEnd }} />
}
