import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { expand, GeneratorError } from './generators.ts'
import type { Json } from './judge.types.ts'

describe('generators', () => {
  test.each([
    [{ $range: [2, 9, 3] }, [2, 5, 8]],
    [{ $range: [3, 0, -1] }, [3, 2, 1]],
    [{ $repeat: ['a', 3] }, ['a', 'a', 'a']],
    [{ $concat: [[1], { $range: [2, 4, 1] }] }, [1, 2, 3]],
    [{ $concat: ['ab', { $join: [{ $repeat: ['c', 2] }, ''] }] }, 'abcc'],
    [{ $join: [[1, 2], '-'] }, '1-2'],
    [
      { values: { $range: [0, 2, 1] }, cycle: 1 },
      { values: [0, 1], cycle: 1 },
    ],
  ])('%j is %j', (given, expected) => expect(expand(given)).toEqual(expected))

  test('what is not for them stays', () => {
    const marks: Json[] = [{ $node: [0, 3] }, { $result: 1 }, { $digest: 'x' }]
    expect(expand(marks)).toEqual(marks)
  })

  test('draw the same for the same seed, within their bounds, distinct and sorted when asked', () => {
    const ints = fc.record({
      seed: fc.nat(),
      count: fc.nat(200),
      min: fc.integer({ min: -50, max: 0 }),
      max: fc.integer({ min: 200, max: 400 }),
      distinct: fc.boolean(),
      sorted: fc.boolean(),
    })
    fc.assert(
      fc.property(ints, (given) => {
        const drawn = expand({ $ints: given })
        expect(expand({ $ints: given })).toEqual(drawn)
        if (!Array.isArray(drawn)) throw new Error('no array')
        const numbers = drawn.map(Number)
        expect(numbers).toHaveLength(given.count)
        expect(numbers.every((one) => one >= given.min && one <= given.max)).toBe(true)
        if (given.distinct) expect(new Set(numbers).size).toBe(given.count)
        if (given.sorted) expect(numbers).toEqual([...numbers].sort((a, b) => a - b))
      }),
    )
  })

  test('give text and grids of what they may choose from', () => {
    expect(expand({ $text: { seed: 4, count: 40, alphabet: 'ab' } })).toMatch(/^[ab]{40}$/)
    const grid = expand({ $grid: { seed: 1, rows: 2, columns: 3, values: ['0', '1'] } })
    expect(grid).toEqual(expand({ $grid: { seed: 1, rows: 2, columns: 3, values: ['0', '1'] } }))
    expect(JSON.stringify(grid)).toMatch(/^\[\["[01]","[01]","[01]"\],\["[01]","[01]","[01]"\]\]$/)
  })

  test.each([
    [{ $rang: [0, 1, 1] }, 'There is no generator $rang'],
    [{ $range: [0, 1, 0] }, 'a step other than 0'],
    [{ $ints: { seed: 1, count: 3, min: 1, max: 2, distinct: true } }, 'cannot draw 3 distinct'],
    [{ $repeat: [1, 1e9] }, 'cannot be generated'],
    [{ $concat: [[1], 'a'] }, 'arrays alone or strings alone'],
    [{ $repeat: [1, 2], $range: [0, 1, 1] }, 'stands with other keys'],
  ])('%j is refused: %s', (given, words) => {
    expect(() => expand(given)).toThrow(GeneratorError)
    expect(() => expand(given)).toThrow(words)
  })
})
