import { expandInput, familyOf, type Job, type Json, type Language, timeLimitOf } from '@codify/seeds/judge'
import { connectFrame, type FrameConnection } from './frame-connection.ts'
import type { FromFrame, Kind } from './frame-messages.ts'
import { loadParts, type Progress } from './load-parts.ts'
import { builtSandboxAssets, type SandboxAssets } from './sandbox-assets.ts'
import { SandboxError } from './sandbox-error.ts'
import {
  resultOf,
  type SandboxExercise,
  type SandboxTest,
  skippedResult,
  stoppedResult,
  type TestResult,
} from './test-results.ts'
import { PREPARE_MS } from './time-limits.ts'

export type RunOptions = {
  language: Language
  code: string
  exercise: SandboxExercise
  /** Arguments of the learner's own in place of the tests: there is nothing to compare with, so it ends as `ran`. */
  customInput?: Json[]
  /** Ends the run; the tests that are left are `skipped`. */
  signal?: AbortSignal
  /** Each test as it ends. */
  onResult?: (result: TestResult, index: number) => void
  /** While a language is loaded for the first time. */
  onProgress?: (progress: Progress) => void
}

type Why = Extract<FromFrame, { type: 'stopped' }>['why']

export type RunReport = {
  results: TestResult[]
  /** Why no test was run at all: the code does not parse, or has no function of the name. */
  refused: { message: string; line: number | null } | null
}

/** After the frame's own limit: then it hangs, or its process is gone, and it is thrown away. */
const PAGE_GRACE_MS = 2_500
const READY_MS = 90_000

/**
 * Runs a learner's code against the tests of an exercise, in a Worker of a sandboxed frame. One run at a time: a new one
 * ends the one before. `prepare` may be called early, so that the first run does not wait for what it loads.
 */
export function createSandbox({ assets = builtSandboxAssets() }: { assets?: SandboxAssets } = {}) {
  let frame: Promise<FrameConnection> | null = null
  const prepared = new Map<Kind, Promise<void>>()
  let runs = 0
  let stopCurrent: (() => void) | null = null

  function discard(): void {
    void frame?.then(({ close }) => close()).catch(() => {})
    frame = null
    prepared.clear()
  }

  function open(): Promise<FrameConnection> {
    frame ??= connectFrame(assets.frame)
    frame.catch(discard)
    return frame
  }

  function prepare(language: Language, onProgress: (progress: Progress) => void = () => {}): Promise<void> {
    const kind = kindOf(language)
    const known = prepared.get(kind)
    if (known !== undefined) return known
    const ready = refuseOldBrowsers(kind)
      .then(() => setUp(kind, onProgress))
      .catch((error) => {
        prepared.delete(kind)
        throw error
      })
    prepared.set(kind, ready)
    return ready
  }

  async function setUp(kind: Kind, onProgress: (progress: Progress) => void): Promise<void> {
    const [connection, parts] = await Promise.all([
      open(),
      loadParts({ kind, assets, onProgress }).catch(offline),
    ])
    await new Promise<void>((resolve, reject) => {
      const timer = setTimeout(() => reject(new SandboxError(notReady(kind))), READY_MS)
      connection.listen((message) => {
        if (message.type === 'failed') reject(new SandboxError(`${notReady(kind)} (${message.message})`))
        if (message.type !== 'ready' || message.kind !== kind) return
        clearTimeout(timer)
        resolve()
      })
      const transfer = [parts.wasm, parts.stdlib, parts.snapshot].filter((part) => part !== undefined)
      connection.send({ type: 'setup', kind, ...parts }, transfer)
    })
  }

  async function run(options: RunOptions): Promise<RunReport> {
    const { language, exercise, signal } = options
    stopCurrent?.()
    await prepare(language, options.onProgress)
    const connection = await open()
    const tests = testsOf(options)
    const limitMs = timeLimitOf(exercise, language)
    const families = tests.map((test) =>
      familyOf({
        call: exercise.call,
        input: test,
        growth: exercise.growth,
        limitMs,
        large: test.large === true,
      }),
    )
    const report: RunReport = { results: tests.map(skippedResult), refused: null }
    if (signal?.aborted) return report
    runs += 1
    const id = runs
    return new Promise((resolve, reject) => {
      let current = 0
      let hasBegun = false
      let factor = 1
      let timer: ReturnType<typeof setTimeout> | undefined
      const settle = () => {
        clearTimeout(timer)
        signal?.removeEventListener('abort', stop)
        stopCurrent = null
        connection.listen(() => {})
      }
      const finish = () => {
        settle()
        resolve(report)
      }
      const fail = () => {
        settle()
        discard()
        reject(new SandboxError(notReady(kindOf(language))))
      }
      const put = (index: number, result: TestResult) => {
        report.results[index] = result
        options.onResult?.(result, index)
      }
      const stopped = (why: Why) => {
        const test = tests[current]
        const timeLimitMs = limitMs * factor
        const isCustom = options.customInput !== undefined
        if (test !== undefined)
          put(current, stoppedResult({ exercise, test, timeLimitMs, why, hasBegun, isCustom }))
        finish()
      }
      const watch = (ms: number) => {
        clearTimeout(timer)
        timer = setTimeout(() => {
          discard()
          stopped('crash')
        }, ms + PAGE_GRACE_MS)
      }
      const stop = () => {
        connection.send({ type: 'stop', id })
        finish()
      }
      const hear = (message: FromFrame) => {
        if (message.type === 'failed') return fail()
        if (message.type === 'begun' && message.id === id) return watch(PREPARE_MS)
        if (message.type === 'stopped' && message.id === id) return stopped(message.why)
        if (message.type !== 'told' || message.id !== id) return
        const told = message.message
        watch(PREPARE_MS)
        if (told.type === 'calibrated') factor = told.factor
        if (told.type === 'calibrated' || (told.type === 'phase' && told.phase !== 'prepare'))
          watch(limitMs * factor)
        if (told.type === 'started') {
          current = told.index
          hasBegun = true
        } else if (told.type === 'finished') {
          const [test, family] = [tests[told.index], families[told.index]]
          current = told.index + 1
          if (test === undefined) return
          const isCustom = options.customInput !== undefined
          const { outcome } = told
          const timeLimitMs = limitMs * factor
          put(told.index, resultOf({ exercise, test, outcome, timeLimitMs, language, family, isCustom }))
        } else if (told.type === 'refused' || told.type === 'done') {
          if (told.type === 'refused') {
            report.refused = { message: told.problem.message, line: told.problem.line ?? null }
          }
          finish()
        }
      }
      stopCurrent = stop
      signal?.addEventListener('abort', stop, { once: true })
      connection.listen(hear)
      timer = setTimeout(fail, READY_MS)
      const inputs = tests.map((test) =>
        expandInput('args' in test ? { args: test.args } : { steps: test.steps }),
      )
      const { call, compare } = exercise
      const job: Job = {
        call,
        compare,
        result: exercise.result ?? undefined,
        language,
        code: options.code,
        inputs,
        families,
      }
      connection.send({ type: 'run', id, kind: kindOf(language), job, limitMs })
    })
  }

  return { prepare, run, dispose: discard }
}

function testsOf({ exercise, customInput }: RunOptions): SandboxTest[] {
  if (customInput === undefined) return exercise.tests
  return [{ name: 'Your input', visible: true, args: customInput, expected: null }]
}

function kindOf(language: Language): Kind {
  return language === 'python' ? 'python' : 'javascript'
}

async function refuseOldBrowsers(kind: Kind): Promise<void> {
  const missing =
    typeof Worker === 'undefined'
      ? 'Web Workers'
      : kind === 'python' && typeof WebAssembly === 'undefined'
        ? 'WebAssembly'
        : null
  if (missing === null) return
  throw new SandboxError(
    `This browser has no ${missing}, which running code needs. A current browser has; so has this one, perhaps, when a strict mode is switched off.`,
  )
}

function offline(): never {
  throw new SandboxError('What runs this language could not be loaded. Check the connection and try again.')
}

function notReady(kind: Kind): string {
  return kind === 'python'
    ? 'Python did not start. Reload the page and try again.'
    : 'The sandbox did not start. Reload the page and try again.'
}
