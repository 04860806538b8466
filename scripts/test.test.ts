import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { findChromium } from './find-chromium.ts'
import { type LaneStep, runLanes } from './test/lanes.ts'
import { addCounts, formatCounts, readCounts } from './test/run-vitest.ts'
import { runStep } from './test/step.ts'

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

/** A step that ends when it is told to, or when the run is given up. */
function openStep(title: string) {
  const end = Promise.withResolvers<boolean>()
  let print: (text: string) => void = () => {}
  const step: LaneStep = {
    title,
    run: ({ write, signal }) => {
      print = write
      write(`${title} begins\n`)
      signal.addEventListener('abort', () => end.resolve(false))
      return end.promise
    },
  }
  return { step, end: end.resolve, print: (text: string) => print(text) }
}

describe('lanes', () => {
  test('run side by side; the first prints as it goes, another when its step ends', async () => {
    const [a, b, c] = [openStep('a'), openStep('b'), openStep('c')]
    let printed = ''
    const ran = runLanes([[a.step, c.step], [b.step]], (text) => {
      printed += text
    })
    expect(printed).toBe('\n── a\na begins\n')
    b.print('b goes on\n')
    a.print('a goes on\n')
    expect(printed).toBe('\n── a\na begins\na goes on\n')
    printed = ''
    b.end(true)
    await expect.poll(() => printed).toBe('\n── b\nb begins\nb goes on\n\n── a (goes on)\n')
    printed = ''
    a.end(true)
    await expect.poll(() => printed).toBe('\n── c\nc begins\n')
    c.end(true)
    expect(await ran).toBeNull()
  })

  test('stop at the first failure in either: its name is the answer, and what ran beside it is ended', async () => {
    for (const failing of [0, 1]) {
      const [a, b, never] = [openStep('a'), openStep('b'), openStep('never')]
      let printed = ''
      const lanes = [
        [a.step, never.step],
        [b.step, never.step],
      ]
      const ran = runLanes(lanes, (text) => {
        printed += text
      })
      const failed = [a, b][failing]
      failed?.print('it broke\n')
      failed?.end(false)
      expect(await ran).toBe(failed?.step.title)
      expect(printed).toContain('it broke')
      expect(printed).not.toContain('never')
    }
  })

  test('hand on what a tool prints, and end the tool', async () => {
    let printed = ''
    const write = (text: string) => {
      printed += text
    }
    expect(await runStep({ args: ['-e', 'console.log(1); console.error(2)'], write })).toBe(true)
    expect([...printed].sort().join('').trim()).toBe('12')
    const stop = new AbortController()
    const ran = runStep({ args: ['-e', 'setInterval(() => {}, 1000)'], write, signal: stop.signal })
    stop.abort()
    expect(await ran).toBe(false)
  })
})
