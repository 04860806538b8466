import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { z } from 'zod'
import { runStep, type Step, tool } from './step.ts'

const results = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numPendingTests: z.number(),
  numTodoTests: z.number(),
})

export type Counts = { passed: number; failed: number; skipped: number }

/** Runs projects of `vitest.config.ts`; without an answer (it crashed, say) nothing is counted and `ok` is false. */
export async function runVitest(
  projects: string[],
  { workers, ...options }: Omit<Step, 'args'> & { workers?: number } = {},
): Promise<{ ok: boolean; counts: Counts }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'codify-results-'))
  const file = path.join(folder, 'results.json')
  try {
    const ok = await runStep({
      ...options,
      args: [
        tool('vitest', 'vitest.mjs'),
        'run',
        ...projects.flatMap((project) => ['--project', project]),
        ...(workers === undefined ? [] : [`--maxWorkers=${workers}`]),
        '--reporter=default',
        '--reporter=json',
        `--outputFile.json=${file}`,
      ],
    })
    return { ok, counts: readCounts(file) }
  } finally {
    fs.rmSync(folder, { recursive: true, force: true })
  }
}

export function readCounts(file: string): Counts {
  if (!fs.existsSync(file)) return { passed: 0, failed: 0, skipped: 0 }
  const read = results.parse(JSON.parse(fs.readFileSync(file, 'utf8')))
  return {
    passed: read.numPassedTests,
    failed: read.numFailedTests,
    skipped: read.numPendingTests + read.numTodoTests,
  }
}

export function addCounts(a: Counts, b: Counts): Counts {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The last line of a run. */
export function formatCounts({ passed, failed, skipped }: Counts): string {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}
