import { isArray } from './primordials.ts'
import { showValue } from './show-value.ts'

const MOST_ROWS = 200

/** `console.table`: a row an entry, a column a key; null for what has no rows. */
export function showTable(value: unknown, only?: string[]): string | null {
  if (typeof value !== 'object' || value === null) return null
  const entries = (value instanceof Map ? [...value] : Object.entries(value)).slice(0, MOST_ROWS)
  const columns = new Set<string>()
  let hasPlain = false
  for (const [, row] of entries) {
    if (typeof row === 'object' && row !== null) for (const key of Object.keys(row)) columns.add(key)
    else hasPlain = true
  }
  const shown = only ?? [...columns]
  const head = ['(index)', ...shown, ...(hasPlain ? ['Values'] : [])]
  const rows = entries.map(([key, row]) => {
    const isRow = typeof row === 'object' && row !== null
    const cells = shown.map((column) =>
      isRow && Object.hasOwn(row, column) ? showValue(Reflect.get(row, column)) : '',
    )
    return [String(key), ...cells, ...(hasPlain ? [isRow ? '' : showValue(row)] : [])]
  })
  const widths = head.map((_, at) => Math.max(...[head, ...rows].map((row) => row[at]?.length ?? 0)))
  const line = (row: string[]) => `| ${row.map((cell, at) => cell.padEnd(widths[at] ?? 0)).join(' | ')} |`
  const rule = `|${widths.map((width) => '-'.repeat(width + 2)).join('|')}|`
  return (
    [line(head), rule, ...rows.map(line)].join('\n') +
    (isArray(value) && value.length > MOST_ROWS ? '\n…' : '')
  )
}
