import fs from 'node:fs'
import path from 'node:path'
import type { Page } from 'playwright-core'
import { build } from 'rolldown'
import { z } from 'zod'
import type { SandboxExercise } from '../features/workbench/sandbox/test-results.ts'

const web = path.resolve(import.meta.dirname, '..')

const result = z.object({
  name: z.string(),
  visible: z.boolean(),
  status: z.string(),
  input: z.string(),
  expected: z.string().nullable(),
  got: z.string().nullable(),
  printed: z.string(),
  ms: z.number().nullable(),
  message: z.string().nullable(),
  line: z.number().nullable(),
})
const answer = z.object({
  report: z.object({
    results: z.array(result),
    refused: z.object({ message: z.string(), line: z.number().nullable() }).nullable(),
  }),
  order: z.array(z.number()),
  progress: z.array(z.number()),
  longestPause: z.number(),
  took: z.number(),
})

/** Two visible tests and a hidden one. */
export const sumExercise: SandboxExercise = {
  call: { kind: 'function', name: 'sumUp', params: [{ name: 'numbers', type: 'int[]' }], returns: 'int' },
  compare: 'exact',
  result: null,
  time_limit_ms: 1_000,
  tests: [
    { name: 'three', visible: true, args: [[1, 2, 3]], expected: 6 },
    { name: 'none', visible: true, args: [[]], expected: 0 },
    { name: 'many', visible: false, args: [{ $range: [0, 1000, 1] }], expected: 499_500 },
  ],
}

export type Ran = z.infer<typeof answer>
type Run = {
  language: 'javascript' | 'typescript' | 'python'
  code: string
  exercise?: SandboxExercise
  customInput?: unknown[]
  stopAfterMs?: number
}

/** Puts the sandbox into a page of the app, which keeps its own policy. */
export async function sandboxIn(page: Page): Promise<(run: Run) => Promise<Ran>> {
  const { output } = await build({
    input: path.join(web, 'test', 'sandbox-page.ts'),
    platform: 'browser',
    write: false,
    logLevel: 'silent',
    output: { format: 'iife' },
  })
  // A test's script may make code of text, which the page's policy forbids later: zod must not rely on it.
  await page.evaluate(`globalThis.__zod_globalConfig = { jitless: true };${output[0].code}`)
  const manifest = fs.readFileSync(path.join(web, 'public', 'sandbox', 'manifest.json'), 'utf8')
  const { assets }: { assets: unknown } = JSON.parse(manifest)
  return async ({ exercise = sumExercise, stopAfterMs = null, ...options }) => {
    const asked = { assets, options: { ...options, exercise }, stopAfterMs }
    const given: unknown = await page.evaluate(`runInSandbox(${JSON.stringify(asked)})`)
    return answer.parse(given)
  }
}

export function statuses({ report }: Ran): string[] {
  return report.results.map(({ status }) => status)
}
