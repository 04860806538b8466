import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { decode } from './decode.ts'
import { encode } from './encode.ts'
import type { Json } from './judge.types.ts'
import { ListNode, TreeNode } from './nodes.ts'
import { typeOf } from './value-types.ts'

const subject = 'Your function returned'
const again = (type: string, value: Json): Json =>
  JSON.parse(encode({ type: typeOf(type), value: decode(typeOf(type), value), subject }))
const encoded = (type: string, value: unknown) => () => encode({ type: typeOf(type), value, subject })

/** Level order of any tree: every null stands for a place under a node that is there, trailing ones are cut. */
const trees = fc.array(fc.option(fc.integer(), { freq: 3 }), { maxLength: 60 }).map((values) => {
  const out: (number | null)[] = []
  let places = 1
  for (const value of values) {
    if (places === 0) break
    places += value === null ? -1 : 1
    out.push(value)
  }
  while (out.length > 0 && out.at(-1) === null) out.pop()
  return out
})
const graphs = fc.integer({ min: 1, max: 12 }).chain((size) =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: size }), fc.integer({ min: 1, max: size })), { maxLength: 30 })
    .map((edges) => {
      // A path through all of them first: a graph is passed by its first node, so all must hang together.
      const all = [
        ...Array.from({ length: size - 1 }, (_, at): [number, number] => [at + 1, at + 2]),
        ...edges,
      ]
      return Array.from({ length: size }, (_, at) =>
        all.flatMap(([one, other]) => (one === at + 1 ? [other] : other === at + 1 ? [one] : [])),
      )
    }),
)
const lists = fc.array(fc.integer(), { maxLength: 40 })

describe('decoding, then encoding, gives back', () => {
  test('plain values of every type', () => {
    fc.assert(
      fc.property(
        fc.array(fc.array(fc.integer())),
        fc.array(fc.string()),
        fc.boolean(),
        (grid, words, flag) => {
          expect(again('int[][]', grid)).toEqual(grid)
          expect(again('string[]', words)).toEqual(words)
          expect(again('bool', flag)).toBe(flag)
        },
      ),
    )
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(again('float', number)).toBe(number + 0)
      }),
    )
  })

  test('lists, with and without a circle', () => {
    fc.assert(
      fc.property(lists, fc.nat(39), (values, cycle) => {
        expect(again('ListNode', values)).toEqual(values)
        if (cycle < values.length) expect(again('ListNode', { values, cycle })).toEqual({ values, cycle })
        expect(again('ListNode[]', [values, []])).toEqual([values, []])
      }),
    )
  })

  test('trees and graphs', () => {
    fc.assert(fc.property(trees, (tree) => void expect(again('TreeNode', tree)).toEqual(tree)))
    fc.assert(fc.property(graphs, (graph) => void expect(again('GraphNode', graph)).toEqual(graph)))
    expect(again('GraphNode', [[]])).toEqual([[]])
    expect(again('GraphNode', [])).toEqual([])
  })
})

describe('a result that does not fit', () => {
  test.each([
    ['int[]', 'abc', 'Your function returned a string; an array of integers is expected.'],
    [
      'int[]',
      [1, 2.5],
      'Your function returned an array with the fraction 2.5 at [1]; an array of integers is expected.',
    ],
    [
      'int[][]',
      [[1], [undefined]],
      'an array with nothing (undefined) at [1][0]; an array of arrays of integers',
    ],
    ['int', undefined, 'Your function returned nothing (undefined); an integer is expected.'],
    ['int', Number.NaN, 'Your function returned NaN; an integer is expected.'],
    ['int', 3n, 'a BigInt; an integer'],
    ['bool', 0, 'the number 0; true or false is expected'],
    ['string', null, 'null; a string is expected'],
    ['int', Promise.resolve(1), 'a promise; an integer is expected'],
    ['int[]', new Set([1]), 'a Set, which has no places; an array of integers is expected'],
    ['int[]', new Map(), 'a Map; an array of integers is expected'],
    ['ListNode', [1, 2], 'an array; a ListNode or null is expected'],
    ['TreeNode', new ListNode(1), 'a ListNode; a TreeNode or null is expected'],
  ])('%s: %o is refused in words', (type, value, words) => expect(encoded(type, value)).toThrow(words))

  test('among them a tree in which a node hangs twice, and a list whose value is no number', () => {
    const leaf = new TreeNode(1)
    expect(encoded('TreeNode', new TreeNode(2, leaf, leaf))).toThrow('the same node hangs in it twice')
    expect(encoded('ListNode', Object.assign(new ListNode(1), { val: 'x' }))).toThrow(
      'holds a string; a number',
    )
  })

  test('among them a proxy that throws when it is looked at', () => {
    const trap = new Proxy(
      {},
      {
        get: () => {
          throw new Error('no')
        },
        has: () => false,
      },
    )
    expect(encoded('int', trap)).toThrow('an object; an integer is expected')
  })
})

test('a result is read without asking the toJSON of anybody', () => {
  const value = Object.assign([1, 2], { toJSON: () => 'fooled' })
  expect(encoded('int[]', value)()).toBe('[1,2]')
})

test('an input is made anew each time, so that a change to it spoils nothing', () => {
  const given = [[1], [2]]
  const made = decode(typeOf('int[][]'), given)
  if (Array.isArray(made)) made[0] = 'spoiled'
  expect(given).toEqual([[1], [2]])
})
