import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { expect, test } from 'vitest'
import { findChromium } from './find-chromium.ts'
import { addCounts, formatCounts, readCounts } from './test/run-vitest.ts'

test('CHROMIUM_PATH wins, and nothing else is taken when nothing is there', () => {
  expect(findChromium({ CHROMIUM_PATH: process.execPath })).toBe(process.execPath)
  expect(findChromium({ CHROMIUM_PATH: '/does/not/exist' })).toBeUndefined()
})

test('the last line of a run names skipped tests only when there are any', () => {
  const counts = { passed: 3, failed: 0, skipped: 0 }
  expect(formatCounts(counts)).toBe('3 passed, 0 failed')
  expect(formatCounts(addCounts(counts, { passed: 1, failed: 1, skipped: 2 }))).toBe(
    '4 passed, 1 failed, 2 skipped',
  )
})

test('results are read from the report, and a run without one counted nothing', () => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-counts-'))
  const file = path.join(folder, 'results.json')
  expect(readCounts(file)).toEqual({ passed: 0, failed: 0, skipped: 0 })
  const report = {
    numPassedTests: 5,
    numFailedTests: 1,
    numPendingTests: 2,
    numTodoTests: 1,
    testResults: [],
  }
  fs.writeFileSync(file, JSON.stringify(report))
  expect(readCounts(file)).toEqual({ passed: 5, failed: 1, skipped: 3 })
  fs.rmSync(folder, { recursive: true })
})
