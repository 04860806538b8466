import { asFile } from './imports.models.ts'
import type { ImportFile } from './imports.schemas.ts'

/** Characters of JSON in one slice, as far as rows can be parted. */
const SLICE_CHARACTERS = 64 * 1024

/** Some parts of a file: a list in several slices has its rows in order. */
export type FileSlice = Record<string, unknown>

/** A file in pieces that each take a moment to hand over. */
export function* slicesOf(file: ImportFile): Generator<FileSlice, undefined> {
  for (const [part, value] of Object.entries(file)) {
    if (!Array.isArray(value)) {
      yield { [part]: value }
      continue
    }
    let rows: unknown[] = []
    let characters = 0
    for (const row of value) {
      rows.push(row)
      characters += JSON.stringify(row).length
      if (characters < SLICE_CHARACTERS) continue
      yield { [part]: rows }
      rows = []
      characters = 0
    }
    yield { [part]: rows }
  }
}

/** The file of which these are all slices. */
export function joinSlices(slices: readonly FileSlice[]): ImportFile {
  const joined = new Map<string, unknown>()
  for (const [part, value] of slices.flatMap((slice) => Object.entries(slice))) {
    const before = joined.get(part)
    if (Array.isArray(before) && Array.isArray(value)) for (const row of value) before.push(row)
    else joined.set(part, value)
  }
  return asFile(Object.fromEntries(joined))
}
