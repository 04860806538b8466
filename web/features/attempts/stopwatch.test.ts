import { describe, expect, it } from 'vitest'
import {
  asClock,
  elapsed,
  elapsedMinutes,
  parseStopwatch,
  pauseStopwatch,
  startStopwatch,
} from './stopwatch.ts'

const minute = 60_000

describe('a stopwatch', () => {
  it('counts only while it runs', () => {
    const started = startStopwatch(null, 1_000)
    const rested = pauseStopwatch(started, 1_000 + 5 * minute)
    expect(elapsed(rested, 1_000 + 60 * minute)).toBe(5 * minute)
    const again = startStopwatch(rested, 1_000 + 60 * minute)
    expect(elapsed(again, 1_000 + 62 * minute)).toBe(7 * minute)
    expect(again.startedAt).toBe(1_000)
  })

  it('is not started twice', () => {
    const started = startStopwatch(null, 0)
    expect(startStopwatch(started, minute)).toEqual(started)
  })

  it('gives minutes that an attempt may have', () => {
    const started = startStopwatch(null, 0)
    expect(elapsedMinutes(started, 5_000)).toBe(1)
    expect(elapsedMinutes(started, 12.6 * minute)).toBe(13)
    expect(elapsedMinutes(started, 3 * 1440 * minute)).toBe(1440)
  })

  it('never runs backwards when the clock is set back', () => {
    expect(elapsed(startStopwatch(null, 10 * minute), 0)).toBe(0)
  })

  it('survives being stored, and nonsense in its place is no stopwatch', () => {
    const started = startStopwatch(null, 5)
    expect(parseStopwatch(JSON.stringify(started))).toEqual(started)
    for (const text of [null, '', '{', '7', '{"startedAt":"now"}']) expect(parseStopwatch(text)).toBeNull()
  })
})

it('a time reads as on a clock', () => {
  expect([0, 65_000, 3_845_999].map(asClock)).toEqual(['0:00', '1:05', '1:04:05'])
})
