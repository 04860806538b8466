import { createHash } from 'node:crypto'

/** Names a connection may have to keep; the statements of the application are far fewer. */
const NAMES_MAX = 500
/** Longer texts are loads of many rows, which do not come again. */
const TEXT_MAX = 8_192

export type StatementNames = ReturnType<typeof createStatementNames>

/**
 * Gives each SQL text that comes again a stable name, by which the server keeps it parsed and planned. The first time
 * it has none, so that texts made for one occasion never take the place of a name.
 */
export function createStatementNames({ max = NAMES_MAX }: { max?: number } = {}) {
  const names = new Map<string, string | undefined>()
  const once = new Set<string>()
  let enabled = true

  return {
    nameOf(text: string): string | undefined {
      if (names.has(text)) return names.get(text)
      if (!enabled || names.size >= max || text.length > TEXT_MAX) return undefined
      if (!once.delete(text)) {
        if (once.size >= max) once.clear()
        once.add(text)
        return undefined
      }
      const name = `codify_${createHash('sha256').update(text).digest('hex').slice(0, 24)}`
      names.set(text, name)
      return name
    },
    /** After a change of the schema. A new name would not do: PgBouncer knows a statement by its text. */
    unname(text: string): void {
      names.set(text, undefined)
    },
    /** Called when a pooler in between cannot hold prepared statements. */
    disable(): void {
      enabled = false
      names.clear()
    },
  }
}
