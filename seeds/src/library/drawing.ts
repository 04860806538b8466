import { parse } from 'yaml'
import { type DrawingSource, drawingSource } from './page.schemas.ts'

type Value = string | number
/** `say` is the step's sentence, `marks` are named pointers, `lit` the cells to light, `cells` what they hold now. */
type Step<Cell, Cells> = { say: string; marks: Record<string, Cell>; lit: Cell[]; cells: Cells }

/** A drawn example. Cells are named by index, in a grid by [row, column], in a graph by node. */
export type Drawing =
  | { kind: 'array' | 'list'; alt: string; steps: Step<number, Value[]>[] }
  /** `cells` are in heap order: the children of `i` are `2i + 1` and `2i + 2`; null where there is no node. */
  | { kind: 'tree'; alt: string; steps: Step<number, (Value | null)[]>[] }
  | { kind: 'grid'; alt: string; steps: Step<[number, number], Value[][]>[] }
  | {
      kind: 'graph'
      alt: string
      directed: boolean
      nodes: string[]
      edges: { from: string; to: string; label: Value | null }[]
      steps: Omit<Step<string, never>, 'cells'>[]
    }

/** Parses a `drawing` fence; a step without `cells` has those of the step before. Throws what is wrong, in words. */
export function parseDrawing(text: string): Drawing {
  const source = drawingSource.parse(parse(text))
  checkCells(source)
  switch (source.kind) {
    case 'graph': {
      const { kind, alt, directed, nodes, steps } = source
      const edges = source.edges.map(([from, to, label]) => ({ from, to, label: label ?? null }))
      return { kind, alt, directed, nodes, edges, steps: steps.map(({ cells: _, ...step }) => step) }
    }
    case 'grid':
      return { kind: source.kind, alt: source.alt, steps: filled(source.array, source.steps) }
    case 'tree':
      return { kind: source.kind, alt: source.alt, steps: filled(source.array, source.steps) }
    default:
      return { kind: source.kind, alt: source.alt, steps: filled(source.array, source.steps) }
  }
}

type Written<Cell, Cells> = Omit<Step<Cell, Cells>, 'cells'> & { cells?: Cells | undefined }

function filled<Cell, Cells>(first: Cells, steps: Written<Cell, Cells>[]): Step<Cell, Cells>[] {
  let cells = first
  return steps.map((step) => {
    cells = step.cells ?? cells
    return { ...step, cells }
  })
}

/** Everything a step names is there. */
function checkCells(source: DrawingSource): void {
  const fault = (at: number, cell: unknown) =>
    new Error(`drawing, step ${at + 1}: there is no cell ${JSON.stringify(cell)}.`)
  if (source.kind === 'graph') {
    const nodes = new Set(source.nodes)
    for (const [from, to] of source.edges)
      for (const end of [from, to])
        if (!nodes.has(end)) throw new Error(`drawing: an edge names ${end}, which is no node.`)
    for (const [at, { marks, lit }] of source.steps.entries())
      for (const cell of [...Object.values(marks), ...lit]) if (!nodes.has(cell)) throw fault(at, cell)
    return
  }
  if (source.kind === 'grid') {
    for (const [at, { marks, lit, cells }] of filled(source.array, source.steps).entries())
      for (const [row, column] of [...Object.values(marks), ...lit])
        if (cells[row]?.[column] === undefined) throw fault(at, [row, column])
    return
  }
  const { kind, array, steps } = source
  const all: Step<number, (Value | null)[]>[] = kind === 'tree' ? filled(array, steps) : filled(array, steps)
  for (const [at, { marks, lit, cells }] of all.entries())
    for (const cell of [...Object.values(marks), ...lit])
      if (cells[cell] === undefined || cells[cell] === null) throw fault(at, cell)
}
