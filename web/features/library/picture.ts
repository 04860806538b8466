import type { Drawing } from '@codify/api/contract'
import { type EdgeLabel, Graph, type GraphLabel, layout, type NodeLabel } from '@dagrejs/dagre'

/** In pixels of the picture, as all that follows. */
const CELL = 40
const LETTER = 9
/** Between cells of a list, and rows and neighbours of a tree. */
const GAP = 28
/** For the names of pointers below a cell. */
const LABEL = 18
const MARGIN = 2

export type Cell = {
  x: number
  y: number
  width: number
  height: number
  text: string
  isLit: boolean
  isRound: boolean
  /** Names of the pointers at it. */
  label: string
}
export type Line = { points: [number, number][]; hasArrow: boolean; label: string }
export type Picture = { width: number; height: number; cells: Cell[]; lines: Line[] }

/** Pictures of the steps of a drawing, in their order. */
export function toPictures(drawing: Drawing): Picture[] {
  switch (drawing.kind) {
    case 'array':
    case 'list':
      return drawing.steps.map(({ cells, lit, marks }) =>
        row({
          cells,
          gap: drawing.kind === 'list' ? GAP : 0,
          isLit: (at) => lit.includes(at),
          labelOf: (at) => namesAt(marks, (mark) => mark === at),
        }),
      )
    case 'grid':
      return drawing.steps.map(({ cells, lit, marks }) =>
        grid({
          cells,
          isLit: (y, x) => lit.some(([row, column]) => row === y && column === x),
          labelOf: (y, x) => namesAt(marks, ([row, column]) => row === y && column === x),
        }),
      )
    case 'tree':
      return drawing.steps.map(({ cells, lit, marks }) =>
        tree({
          cells,
          isLit: (at) => lit.includes(at),
          labelOf: (at) => namesAt(marks, (mark) => mark === at),
        }),
      )
    case 'graph': {
      const { nodes, edges, directed } = drawing
      const placed = placeGraph(nodes, edges)
      return drawing.steps.map(({ lit, marks }) => ({
        ...placed,
        cells: placed.cells.map((cell) => ({
          ...cell,
          isLit: lit.includes(cell.text),
          label: namesAt(marks, (mark) => mark === cell.text),
        })),
        lines: placed.lines.map((line) => ({ ...line, hasArrow: directed })),
      }))
    }
  }
}

function namesAt<Mark>(marks: Record<string, Mark>, isHere: (mark: Mark) => boolean): string {
  return Object.entries(marks)
    .filter(([, mark]) => isHere(mark))
    .map(([name]) => name)
    .join(', ')
}

function widthFor(texts: readonly string[]): number {
  return Math.max(CELL, ...texts.map((text) => text.length * LETTER + 14))
}

type Looks<Place extends number[]> = {
  isLit: (...place: Place) => boolean
  labelOf: (...place: Place) => string
}

function row({
  cells,
  gap,
  isLit,
  labelOf,
}: Looks<[number]> & { cells: (string | number)[]; gap: number }): Picture {
  const width = widthFor(cells.map(String))
  const labels = cells.map((_, at) => labelOf(at))
  // Two long names below neighbours would run into each other.
  const step = Math.max(width + gap, ...labels.map((label) => label.length * 7 + 6))
  const left = (at: number) => MARGIN + (step - width) / 2 + at * step
  return {
    width: 2 * MARGIN + cells.length * step,
    height: 2 * MARGIN + CELL + LABEL,
    cells: cells.map((value, at) => ({
      x: left(at),
      y: MARGIN,
      width,
      height: CELL,
      text: String(value),
      isLit: isLit(at),
      isRound: false,
      label: labels[at] ?? '',
    })),
    lines: gap
      ? cells.slice(1).map((_, at) => ({
          points: [
            [left(at) + width, MARGIN + CELL / 2],
            [left(at + 1), MARGIN + CELL / 2],
          ],
          hasArrow: true,
          label: '',
        }))
      : [],
  }
}

function grid({
  cells,
  isLit,
  labelOf,
}: Looks<[number, number]> & { cells: (string | number)[][] }): Picture {
  const width = widthFor(cells.flat().map(String))
  const hasLabels = cells.some((line, y) => line.some((_, x) => labelOf(y, x) !== ''))
  const height = CELL + (hasLabels ? LABEL : 0)
  const longest = Math.max(...cells.flatMap((line, y) => line.map((_, x) => labelOf(y, x).length * 7 + 6)))
  const step = Math.max(width, longest)
  return {
    width: 2 * MARGIN + Math.max(...cells.map(({ length }) => length)) * step,
    height: 2 * MARGIN + cells.length * height,
    cells: cells.flatMap((line, y) =>
      line.map((value, x) => ({
        x: MARGIN + (step - width) / 2 + x * step,
        y: MARGIN + y * height,
        width,
        height: CELL,
        text: String(value),
        isLit: isLit(y, x),
        isRound: false,
        label: labelOf(y, x),
      })),
    ),
    lines: [],
  }
}

/** A tree in the order of a heap: children of `at` are `2 at + 1` and `2 at + 2`. */
function tree({ cells, isLit, labelOf }: Looks<[number]> & { cells: (string | number | null)[] }): Picture {
  const depth = Math.floor(Math.log2(Math.max(1, cells.length)))
  const width = widthFor(cells.filter((value) => value !== null).map(String))
  const whole = 2 ** depth * (width + 12)
  const levelHeight = CELL + LABEL + GAP / 2
  const centre = (at: number): [number, number] => {
    const level = Math.floor(Math.log2(at + 1))
    const inLevel = at + 1 - 2 ** level
    return [MARGIN + ((inLevel + 0.5) * whole) / 2 ** level, MARGIN + level * levelHeight + CELL / 2]
  }
  const here = cells.flatMap((value, at) => (value === null ? [] : [{ value, at }]))
  return {
    width: 2 * MARGIN + whole,
    height: 2 * MARGIN + depth * levelHeight + CELL + LABEL,
    cells: here.map(({ value, at }) => {
      const [x, y] = centre(at)
      return {
        x: x - width / 2,
        y: y - CELL / 2,
        width,
        height: CELL,
        text: String(value),
        isLit: isLit(at),
        isRound: true,
        label: labelOf(at),
      }
    }),
    lines: here
      .filter(({ at }) => at > 0)
      .map(({ at }) => ({
        points: [centre(Math.floor((at - 1) / 2)), centre(at)],
        hasArrow: false,
        label: '',
      })),
  }
}

function placeGraph(
  nodes: readonly string[],
  edges: readonly { from: string; to: string; label: string | number | null }[],
): Picture {
  const graph = new Graph<GraphLabel, NodeLabel, EdgeLabel>()
  graph.setGraph({ rankdir: 'LR', nodesep: LABEL + 10, ranksep: 36, marginx: MARGIN, marginy: MARGIN })
  for (const node of nodes) graph.setNode(node, { width: widthFor([node]), height: CELL })
  for (const { from, to } of edges) graph.setEdge(from, to, {})
  layout(graph)
  const { width = 0, height = 0 } = graph.graph()
  return {
    width,
    height: height + LABEL,
    cells: nodes.map((text) => {
      const { x = 0, y = 0, width: wide = CELL } = graph.node(text)
      return {
        x: x - wide / 2,
        y: y - CELL / 2,
        width: wide,
        height: CELL,
        text,
        isLit: false,
        isRound: true,
        label: '',
      }
    }),
    lines: edges.map(({ from, to, label }) => {
      const { points = [] } = graph.edge(from, to)
      return {
        points: points.map(({ x, y }): [number, number] => [x, y]),
        hasArrow: false,
        label: label === null ? '' : String(label),
      }
    }),
  }
}
