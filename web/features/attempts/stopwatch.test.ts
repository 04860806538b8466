import { describe, expect, it } from 'vitest'
import {
  asClock,
  countAbsence,
  elapsed,
  elapsedMinutes,
  leaveStopwatch,
  parseStopwatch,
  pauseStopwatch,
  returnToStopwatch,
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
    expect(elapsedMinutes(started, 3 * 1440 * minute)).toBe(240)
  })

  it('does not count while nobody is there, and asks after more than a moment', () => {
    const left = leaveStopwatch(startStopwatch(null, 0), 5 * minute)
    expect(elapsed(left, 90 * minute)).toBe(5 * minute)
    expect(elapsed(returnToStopwatch(left, 5.5 * minute), 6.5 * minute)).toBe(6 * minute)
    const asking = returnToStopwatch(left, 25 * minute)
    expect(asking).toEqual(left)
    expect(elapsed(countAbsence(asking, 25 * minute), 26 * minute)).toBe(26 * minute)
    expect(elapsed(pauseStopwatch(asking, 25 * minute), 26 * minute)).toBe(5 * minute)
    expect(returnToStopwatch(pauseStopwatch(asking, 25 * minute), 26 * minute).runningSince).toBeNull()
  })

  it('goes on from what was stored before absences were', () => {
    const stored = parseStopwatch('{"startedAt":0,"runningSince":null,"counted":60000}')
    expect(stored).toEqual({ startedAt: 0, runningSince: null, counted: minute, awaySince: null })
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
