import fs from 'node:fs'
import path from 'node:path'
import type { LaneStep } from './lanes.ts'
import { root } from './step.ts'

/** A comment starts with its subject (WRITING: "name the noun, then say what it does"). */
const REFUSED = /(?:\/\*\*?|\/\/|^\s*\*)\s*(?:What|Whether|Whoever)\b/
const CONTINUED = /^\s*\/\//
/** Folders whose comments are rewritten next. */
const UNSWEPT = [
  'api/src/modules/plans/{make,repack,score,explain,verify}',
  'api/src/modules/readiness',
  'web/features/{today,workbench,plan,interviews,intake}',
]

/** Comments that begin with What, Whether or Whoever, as `file:line`. */
export function refusedComments(folder: string, unswept: readonly string[] = UNSWEPT): string[] {
  const files = fs.globSync('{api,db,scripts,seeds/src,web}/**/*.{ts,tsx,mjs}', {
    cwd: folder,
    exclude: ['**/node_modules', '**/.next', 'web/public', ...unswept],
  })
  return files.sort().flatMap((file) => {
    const lines = fs.readFileSync(path.join(folder, file), 'utf8').split('\n')
    return lines.flatMap((line, at) => {
      const before = lines[at - 1] ?? ''
      const continues = CONTINUED.test(line)
        ? CONTINUED.test(before)
        : /^\s*\*/.test(line) && !/\/\*\*?\s*$/.test(before)
      return REFUSED.test(line) && !continues ? [`${file}:${at + 1}`] : []
    })
  })
}

export const checkComments: LaneStep['run'] = async ({ write }) => {
  const refused = refusedComments(root)
  for (const place of refused)
    write(`${place} begins with What, Whether or Whoever: name the subject first\n`)
  return refused.length === 0
}
