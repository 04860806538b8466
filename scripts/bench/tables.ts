type Cell = string | number

/** A Markdown table: names to the left, figures to the right. */
export function table(head: string[], rows: Cell[][]): string {
  const line = (cells: Cell[]) => `| ${cells.join(' | ')} |`
  return [line(head), line(head.map((_, at) => (at === 0 ? '---' : '---:'))), ...rows.map(line)].join('\n')
}

export function quantile(numbers: number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
}

/** Puts a table between its two marks in a text. */
export function putTable(text: string, mark: string, content: string): string {
  const [before = '', rest = ''] = text.split(`<!-- ${mark} -->\n`)
  const after = rest.slice(rest.indexOf(`<!-- end of ${mark} -->`))
  return `${before}<!-- ${mark} -->\n${content}\n${after}`
}
