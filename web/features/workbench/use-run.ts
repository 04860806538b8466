'use client'

import type { CodeLanguage, InterviewExercise } from '@codify/api/contract'
import type { Json } from '@codify/seeds/judge'
import { useEffect, useRef, useState } from 'react'
import { createSandbox, type RunReport } from './sandbox/sandbox.ts'
import { builtSandboxAssets } from './sandbox/sandbox-assets.ts'
import { SandboxError } from './sandbox/sandbox-error.ts'
import type { TestResult } from './sandbox/test-results.ts'

type Sandbox = ReturnType<typeof createSandbox>

/** The visible tests, all tests, or an input of one's own. */
export type RunKind = 'examples' | 'all' | 'input'

/** How far a language is that is loaded for the first time, in bytes. */
export type Loading = { loaded: number; total: number }

export type RunState =
  | { state: 'idle' }
  | {
      state: 'running'
      kind: RunKind
      results: TestResult[]
      of: number
    }
  | { state: 'done'; kind: RunKind; report: RunReport }
  | { state: 'broken'; message: string }

/** Runs code in the sandbox; leaving the page ends it. */
export function useRun({ exercise, language }: { exercise: InterviewExercise; language: CodeLanguage }) {
  const [run, setRun] = useState<RunState>({ state: 'idle' })
  const [loading, setLoading] = useState<Loading | null>(null)
  const [sandbox, setSandbox] = useState<Sandbox | null>(null)
  const stopper = useRef<AbortController>(null)

  useEffect(() => {
    const made = createSandbox({ assets: builtSandboxAssets() })
    setSandbox(made)
    return () => {
      stopper.current?.abort()
      made.dispose()
    }
  }, [])

  // What a language needs is loaded before the first run asks for it; a failure is told by that run.
  useEffect(() => {
    if (!sandbox) return
    let isGone = false
    sandbox
      .prepare(language, (progress) => isGone || setLoading(progress))
      .catch(() => {})
      .finally(() => isGone || setLoading(null))
    return () => {
      isGone = true
      setLoading(null)
    }
  }, [sandbox, language])

  async function start({
    kind,
    code,
    customInput,
  }: {
    kind: RunKind
    code: string
    customInput?: Json[]
  }): Promise<RunReport | null> {
    if (!sandbox) return null
    stopper.current?.abort()
    const stop = new AbortController()
    stopper.current = stop
    const tests = kind === 'examples' ? exercise.tests.filter(({ visible }) => visible) : exercise.tests
    const of = kind === 'input' ? 1 : tests.length
    const results: TestResult[] = []
    const show = () => {
      if (!stop.signal.aborted) setRun({ state: 'running', kind, results: [...results], of })
    }
    show()
    try {
      const report = await sandbox.run({
        language,
        code,
        exercise: { ...exercise, tests },
        ...(customInput && { customInput }),
        signal: stop.signal,
        onResult: (result, index) => {
          results[index] = result
          show()
        },
      })
      if (stop.signal.aborted) return null
      setRun({ state: 'done', kind, report })
      return report
    } catch (error) {
      if (stop.signal.aborted) return null
      if (!(error instanceof SandboxError)) throw error
      setRun({ state: 'broken', message: error.message })
      return null
    }
  }

  return {
    run,
    loading,
    start,
    stop: () => {
      stopper.current?.abort()
      setRun({ state: 'idle' })
    },
    clear: () => setRun({ state: 'idle' }),
  }
}
