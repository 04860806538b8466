import type { JsonBytes } from '../../shared/json-text.ts'
import type { ProblemListRow } from './problems.models.ts'
import type { ProblemPage } from './problems.schemas.ts'

/** Some 250 pages of 50 problems. */
const BYTES_MAX = 8 * 1024 * 1024

/** Parts of a list page besides its statement. */
export type Origin = {
  row: ProblemListRow
  /** The catalogue's part. */
  texts: ReadonlyMap<string, string>
}
type Kept = Origin & { page: JsonBytes<ProblemPage> }

/**
 * The page last made for each statement, as it is sent. A page is made of its statement, what the database answered
 * and the catalogue in this process, and of nothing else; all three are compared, so that a kept page is the page
 * that would be made. The one that was not asked for the longest goes first.
 */
export function createKeptPages({ bytesMax = BYTES_MAX }: { bytesMax?: number } = {}) {
  const kept = new Map<string, Kept>()
  let bytes = 0

  function forget(statement: string, old: Kept): void {
    kept.delete(statement)
    bytes -= sizeOf(old)
  }

  return {
    find(statement: string, { row, texts }: Origin): JsonBytes<ProblemPage> | undefined {
      const held = kept.get(statement)
      if (held === undefined || held.texts !== texts || !isSame(held.row, row)) return undefined
      kept.delete(statement)
      kept.set(statement, held)
      return held.page
    },

    keep(statement: string, made: Kept): void {
      const old = kept.get(statement)
      if (old) forget(statement, old)
      kept.set(statement, made)
      bytes += sizeOf(made)
      for (const [oldest, one] of kept) {
        if (bytes <= bytesMax) return
        forget(oldest, one)
      }
    },
  }
}

function isSame(one: ProblemListRow, other: ProblemListRow): boolean {
  return one.marks === other.marks && one.key === other.key && one.number === other.number
}

function sizeOf({ row, page }: Kept): number {
  return page.byteLength + (row.marks?.length ?? 0)
}
