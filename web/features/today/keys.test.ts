import { describe, expect, test } from 'vitest'
import { dayKeyOf, stepTo } from './keys.ts'

const press = (key: string, other: Partial<Parameters<typeof dayKeyOf>[0]> = {}) =>
  dayKeyOf({
    key,
    ctrlKey: false,
    metaKey: false,
    altKey: false,
    repeat: false,
    isTaken: false,
    ...other,
  })

describe('a single key', () => {
  test('does one thing', () => {
    expect(['j', 'd', 'l', '?', 'q'].map((key) => press(key))).toEqual([
      'next',
      'solved',
      'later',
      'legend',
      undefined,
    ])
  })

  test('is left to fields and dialogs, to the browser, and to writing by composition', () => {
    for (const other of [{ isTaken: true }, { ctrlKey: true }, { metaKey: true }, { altKey: true }])
      expect(press('d', other)).toBeUndefined()
  })

  test('held down goes on through the list, and marks nothing twice', () => {
    expect(press('j', { repeat: true })).toBe('next')
    expect(press('d', { repeat: true })).toBeUndefined()
  })
})

test('steps stay within the list', () => {
  expect(stepTo(-1, 1, 3)).toBe(0)
  expect(stepTo(-1, -1, 3)).toBe(2)
  expect(stepTo(2, 1, 3)).toBe(2)
  expect(stepTo(0, -1, 3)).toBe(0)
  expect(stepTo(-1, 1, 0)).toBe(-1)
})
