import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import { nextBin } from '../serve/build-web.ts'
import { layoutOptions } from './layout-rules.ts'
import { root, runStep, tool } from './step.ts'

const WORKSPACES = ['scripts', 'db', 'seeds', 'api', 'web']

/** Types of every workspace, all at once. Next writes the types of its routes first. */
export async function checkTypes(): Promise<boolean> {
  const written = await runStep({
    args: [nextBin(root), 'typegen'],
    cwd: path.join(root, 'web'),
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (!written) return false
  const results = await Promise.all(
    WORKSPACES.map((workspace) =>
      runStep({ args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', workspace] }),
    ),
  )
  return results.every(Boolean)
}

export function checkStyle(): Promise<boolean> {
  return runStep({ args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check'] })
}

/** Who imports whom, by `layout-rules.ts`. */
export async function checkLayout(): Promise<boolean> {
  const { output, exitCode } = await cruise(WORKSPACES, {
    ...layoutOptions,
    baseDir: root,
    outputType: 'err',
  })
  console.log(output)
  return exitCode === 0
}

export function checkUnused(): Promise<boolean> {
  return runStep({ args: [tool('knip', 'bin', 'knip.js')] })
}

/** Every solution beside the exercises against their tests, in both languages. */
export function checkExercises(): Promise<boolean> {
  return runStep({ args: ['--disable-warning=ExperimentalWarning', 'scripts/exercise.ts', 'check'] })
}
