import { expect, test } from 'vitest'
import { calibrationWords } from './calibration-words.ts'

const band = (count: number, right: number, mean_confidence: number) => ({
  predictions: count,
  right,
  brier: 0.2,
  bands: [{ from: 50, to: 100, count, right, mean_confidence }],
})

test.each([
  ['No prediction yet.', { predictions: 0, right: 0, brier: null, bands: [] }],
  ['After 5 predictions', band(4, 2, 90)],
  ['surer than you are right', band(10, 5, 90)],
  ['right more often than you think', band(10, 9, 60)],
  ['fits how often you are right', band(10, 8, 80)],
])('says: %s', (words, calibration) => {
  expect(calibrationWords(calibration)).toContain(words)
})
