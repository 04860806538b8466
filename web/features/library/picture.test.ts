import { expect, test } from 'vitest'
import { type Picture, toPictures } from './picture.ts'

function inside({ width, height, cells }: Picture): boolean {
  return cells.every(
    (cell) => cell.x >= 0 && cell.y >= 0 && cell.x + cell.width <= width && cell.y + cell.height <= height,
  )
}

function apart({ cells }: Picture): boolean {
  return cells.every((one, at) =>
    cells
      .slice(at + 1)
      .every(
        (other) =>
          one.x + one.width <= other.x ||
          other.x + other.width <= one.x ||
          one.y + one.height <= other.y ||
          other.y + other.height <= one.y,
      ),
  )
}

const alt = 'An example.'
const drawings = [
  {
    kind: 'array' as const,
    alt,
    steps: [{ say: 'a', marks: { left: 0, right: 2, best: 2 }, lit: [0], cells: [1, 'longer', 3] }],
  },
  { kind: 'list' as const, alt, steps: [{ say: 'a', marks: { slow: 1 }, lit: [2], cells: [1, 2, 3] }] },
  {
    kind: 'grid' as const,
    alt,
    steps: [
      {
        say: 'a',
        marks: { start: [0, 1] satisfies [number, number] },
        lit: [[1, 0] satisfies [number, number]],
        cells: [
          ['S', '.'],
          ['.', 'E'],
        ],
      },
    ],
  },
  {
    kind: 'tree' as const,
    alt,
    steps: [{ say: 'a', marks: { root: 0 }, lit: [2], cells: [5, null, 8, null, null, 7] }],
  },
  {
    kind: 'graph' as const,
    alt,
    directed: true,
    nodes: ['a', 'b', 'c'],
    edges: [
      { from: 'a', to: 'b', label: 4 },
      { from: 'b', to: 'c', label: null },
      { from: 'c', to: 'a', label: null },
    ],
    steps: [{ say: 'a', marks: { here: 'b' }, lit: ['c'] }],
  },
]

test.each(drawings)('cells of a $kind stand apart and inside the picture', (drawing) => {
  for (const picture of toPictures(drawing)) {
    expect(picture.cells.length).toBeGreaterThan(0)
    expect([inside(picture), apart(picture)]).toEqual([true, true])
  }
})

test.each(drawings)('a $kind shows one lit cell, and its pointers by name', (drawing) => {
  const [picture] = toPictures(drawing)
  expect(picture?.cells.filter(({ isLit }) => isLit)).toHaveLength(1)
  const names = picture?.cells.flatMap(({ label }) => label.split(', ').filter(Boolean))
  expect(names?.sort()).toEqual(Object.keys(drawing.steps[0]?.marks ?? {}).sort())
})

test('lines lead from parent to child, and from each to the next', () => {
  const lines = drawings.map((drawing) => toPictures(drawing)[0]?.lines.length)
  expect(lines).toEqual([0, 2, 0, 2, 3])
})
