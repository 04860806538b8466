import { z } from 'zod'
import { findUnstorable } from '../../shared/unstorable.ts'
import { toFieldErrors, UNSTORABLE } from '../../shared/validate.ts'
import { checkFile, ERRORS_MAX, type FieldError, renameFile } from './imports.models.ts'
import { type ImportFile, importFileSchema } from './imports.schemas.ts'

/** The catalogue of this installation, and the moment of the import. */
export type Here = { problemIds: ReadonlyMap<string, string>; topics: ReadonlySet<string>; now: Date }

export type CheckedUpload =
  | { kind: 'malformed' }
  | { kind: 'refused'; errors: FieldError[] }
  | { kind: 'file'; file: ImportFile }

/** Parses and checks the bytes of a file; a good one comes back under names of its own. */
export function checkUpload(bytes: Uint8Array, here: Here): CheckedUpload {
  const given = parse(bytes)
  if (given === undefined) return { kind: 'malformed' }
  const early = findEarlyErrors(given.json)
  if (early !== undefined) return { kind: 'refused', errors: early }
  const { success, data: file, error } = importFileSchema.safeParse(given.json)
  if (!success) return { kind: 'refused', errors: toFieldErrors(error).slice(0, ERRORS_MAX) }
  const field = findUnstorable(file)
  if (field !== undefined) return { kind: 'refused', errors: [{ field, message: UNSTORABLE }] }
  const errors = checkFile({
    file,
    problems: new Set(here.problemIds.keys()),
    topics: here.topics,
    now: here.now,
  })
  if (errors.length > 0) return { kind: 'refused', errors }
  return { kind: 'file', file: renameFile(file, here.problemIds) }
}

/** Rows that are looked at together: a schema lists everything that is wrong, which for a made-up file never ends. */
const ROWS = 200

/** Errors of the first rows that have any, list by list. */
function findEarlyErrors(json: unknown): FieldError[] | undefined {
  for (const [part, rows] of Object.entries(json ?? {})) {
    const schema = Object.entries(importFileSchema.shape).find(([name]) => name === part)?.[1]
    if (!Array.isArray(rows) || schema === undefined) continue
    for (let from = 0; from < rows.length; from += ROWS) {
      const { error } = schema.safeParse(rows.slice(from, from + ROWS))
      if (error) return toFieldErrors(withPath(error, part, from)).slice(0, ERRORS_MAX)
    }
  }
  return undefined
}

/** The error of some rows as one of the whole file. */
function withPath(error: z.core.$ZodError, part: string, from: number) {
  return new z.core.$ZodError(
    error.issues.map((issue) => {
      const [row, ...path] = issue.path
      return { ...issue, path: [part, ...(typeof row === 'number' ? [row + from] : []), ...path] }
    }),
  )
}

function parse(bytes: Uint8Array): { json: unknown } | undefined {
  try {
    return { json: JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes)) }
  } catch {
    return undefined
  }
}
