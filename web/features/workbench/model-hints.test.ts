import type { KeptHint } from '@codify/api/contract'
import { describe, expect, test } from 'vitest'
import { hintEventsOf } from './hint-events.ts'
import { countUsed, divideHints, failingTestOf, nothingRemembered, parseRemembered } from './model-hints.ts'
import type { TestResult } from './sandbox/test-results.ts'

const hint = (id: string, changes: Partial<KeptHint> = {}): KeptHint => ({
  id,
  problem: 'two-sum',
  language: 'python',
  kind: 'hint',
  text: 'What then?',
  model: 'fake',
  attempt_id: null,
  created_at: `2026-05-04T10:00:0${id}.000Z`,
  ...changes,
})
const idsOf = (hints: KeptHint[]) => hints.map(({ id }) => id)

test('answers of this go are apart from those of an attempt and those put away', () => {
  const newestFirst = [hint('4'), hint('3'), hint('2', { attempt_id: 'a' }), hint('1')]
  const all = divideHints(newestFirst, nothingRemembered)
  expect([idsOf(all.open), idsOf(all.earlier)]).toEqual([['1', '3', '4'], ['2']])
  const since = divideHints(newestFirst, { putAway: hint('3').created_at })
  expect([idsOf(since.open), idsOf(since.earlier)]).toEqual([['4'], ['3', '2', '1']])
})

test('an answer counts as a hint, a solution as all, a review as none, and never more than there are', () => {
  const used = (kinds: KeptHint['kind'][], stopped = 0) =>
    countUsed(
      kinds.map((kind) => ({ kind })),
      { stopped },
    )
  expect([used([]), used(['hint']), used(['review']), used(['solution'])]).toEqual([0, 1, 0, 3])
  expect([used(['hint'], 1), used(['hint', 'solution'], 2)]).toEqual([2, 3])
})

test('what a browser remembers is taken only where it is whole', () => {
  expect(parseRemembered('{"putAway":"x","stopped":1}')).toEqual({ putAway: 'x', stopped: 1 })
  for (const text of [null, '', '[]', '{"stopped":-1}', 'x'])
    expect(parseRemembered(text)).toEqual(nothingRemembered)
})

describe('the failing test that the model is told of', () => {
  const result = (changes: Partial<TestResult>): TestResult => ({
    ...{ name: 'a', visible: true, status: 'passed', input: 'nums = []', expected: '[]', got: '[]' },
    ...{ printed: '', ms: 1, message: null, line: null },
    ...changes,
  })
  const of = (...results: TestResult[]) => failingTestOf({ results, refused: null })

  test('is the first that did not pass', () => {
    const failed = result({ status: 'failed', got: '[1]' })
    expect(of(result({}), failed, result({ status: 'error' }))).toEqual({
      input: 'nums = []',
      expected: '[]',
      got: '[1]',
      error: null,
    })
    expect(of(result({}), result({ status: 'skipped' }))).toBeNull()
  })

  test('says what went wrong and where, within bounds', () => {
    const error = { status: 'error' as const, got: null, message: 'x is not defined', line: 3 }
    expect(of(result(error))).toMatchObject({ got: null, error: 'x is not defined (line 3)' })
    expect(of(result({ status: 'timeout', got: null }))).toMatchObject({ error: 'Too slow.' })
    const long = of(result({ status: 'failed', input: `${'x'.repeat(1_999)}👩‍💻` }))
    expect(long?.input.length).toBeLessThanOrEqual(2_000)
    expect(long?.input.isWellFormed()).toBe(true)
  })

  test('is why nothing ran where nothing did', () => {
    const refused = { message: 'Unexpected token', line: 1 }
    expect(failingTestOf({ results: [], refused })).toEqual({ input: '', error: 'Unexpected token (line 1)' })
  })
})

test('events are read however the stream is cut, and what is none is passed over', async () => {
  const text =
    ': asked\n\nevent: delta\ndata: {"text":"Wörter"}\n\nevent: other\ndata: {}\n\nevent: delta\ndata: {\n\nevent: failed\ndata: {"code":"hint.timeout","detail":"Late."}\n\n'
  const bytes = new TextEncoder().encode(text)
  for (const size of [1, 3, 1_000]) {
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start(controller) {
        for (let from = 0; from < bytes.length; from += size)
          controller.enqueue(bytes.slice(from, from + size))
        controller.close()
      },
    })
    const events = []
    for await (const event of hintEventsOf(body)) events.push(event)
    expect(events).toEqual([
      { type: 'delta', text: 'Wörter' },
      { type: 'failed', code: 'hint.timeout', detail: 'Late.' },
    ])
  }
})
