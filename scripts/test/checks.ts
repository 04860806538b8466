import path from 'node:path'
import { cruise } from 'dependency-cruiser'
import { nextBin } from '../serve/build-web.ts'
import type { LaneStep } from './lanes.ts'
import { layoutOptions } from './layout-rules.ts'
import { root, runStep, tool } from './step.ts'

const WORKSPACES = ['scripts', 'db', 'seeds', 'api', 'web']

/** Types of every workspace, all at once. Next writes the types of its routes first. */
export const checkTypes: LaneStep['run'] = async (lane) => {
  const written = await runStep({
    ...lane,
    args: [nextBin(root), 'typegen'],
    cwd: path.join(root, 'web'),
    env: { NEXT_TELEMETRY_DISABLED: '1' },
  })
  if (!written) return false
  const results = await Promise.all(
    WORKSPACES.map((workspace) =>
      runStep({ ...lane, args: [tool('typescript', 'bin', 'tsc'), '--noEmit', '-p', workspace] }),
    ),
  )
  return results.every(Boolean)
}

export const checkStyle: LaneStep['run'] = (lane) =>
  runStep({ ...lane, args: [tool('@biomejs', 'biome', 'bin', 'biome'), 'check'] })

/** Who imports whom, by `layout-rules.ts`. */
export const checkLayout: LaneStep['run'] = async ({ write }) => {
  const { output, exitCode } = await cruise(WORKSPACES, {
    ...layoutOptions,
    baseDir: root,
    outputType: 'err',
  })
  write(`${output}`)
  return exitCode === 0
}

export const checkUnused: LaneStep['run'] = (lane) =>
  runStep({ ...lane, args: [tool('knip', 'bin', 'knip.js')] })

/** Every solution beside the exercises against their tests, in both languages. */
export const checkExercises: LaneStep['run'] = (lane) =>
  runStep({ ...lane, args: ['--disable-warning=ExperimentalWarning', 'scripts/exercise.ts', 'check'] })

/** Every pattern page and hint against its rules; snippets run in both languages. */
export const checkLibrary: LaneStep['run'] = (lane) =>
  runStep({ ...lane, args: ['--disable-warning=ExperimentalWarning', 'scripts/library.ts', 'check'] })
