import { expect, test } from 'vitest'
import { z } from 'zod'
import { decodeCursor, encodeCursor, toPage } from './cursor.ts'

const shape = z.tuple([z.string(), z.int()])

test('a cursor comes back as it went', () => {
  expect(decodeCursor(encodeCursor(['Zwölf % "quotes"', 7]), shape)).toEqual(['Zwölf % "quotes"', 7])
})

test('no cursor is the first page', () => {
  expect(decodeCursor(undefined, shape)).toBeUndefined()
})

test.each(['', '%%%', encodeCursor([1, 2]), encodeCursor(['a']), Buffer.from('{').toString('base64url')])(
  'the cursor "%s" is refused',
  (cursor) => {
    expect(() => decodeCursor(cursor, shape)).toThrow(
      expect.objectContaining({ status: 400, code: 'request.invalid' }),
    )
  },
)

test('a page has a cursor while there is more', () => {
  const page = (rows: number[]) =>
    toPage({ rows, limit: 2, cursorOf: (row) => [row], toItem: (row) => row * 10 })
  expect(page([])).toEqual({ items: [], next_cursor: null })
  expect(page([1, 2])).toEqual({ items: [10, 20], next_cursor: null })
  expect(page([1, 2, 3])).toEqual({ items: [10, 20], next_cursor: encodeCursor([2]) })
})
