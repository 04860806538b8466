import { type Options, parse } from 'csv-parse/sync'
import { z } from 'zod'

/** A row of a table, or a line of a list, with the number of its first line. */
export type Row = { line: number; text: string; cells: string[] }
export type Line = { line: number; text: string }

const delimiters = ['\t', ';', '|', ','] as const
export type Delimiter = (typeof delimiters)[number]

const recordsSchema = z.array(
  z.object({ record: z.array(z.string()), raw: z.string(), info: z.object({ lines: z.int() }) }),
)

/** The lines that say something, numbered as they were pasted. */
export function linesOf(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((one, i) => ({ line: i + 1, text: one }))
    .filter((one) => saysSomething(one.text))
}

/** Lines of dashes, fences or bare delimiters say nothing. */
function saysSomething(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text) && !/^\s*sep=.\s*$/i.test(text)
}

/** A text as every table that it may be: by each delimiter that it has, or by the one it names (`sep=;`). */
export function tablesOf(text: string): Row[][] {
  const plain = text.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n')
  const named = /^\s*sep=(.)[ \t]*(?:\n|$)/i.exec(plain)?.[1]
  // Blanked and not cut off, so that the lines keep their numbers.
  const body = named === undefined ? plain : plain.replace(/^\s*sep=.[^\n]*/i, '')
  const candidates = delimiters.filter((one) => (named === undefined ? body.includes(one) : one === named))
  return candidates
    .map((delimiter) => readTable(body, delimiter))
    .filter((rows) => rows.every(({ cells }) => cells.length <= COLUMNS_MAX))
}

/** Wider than any table of problems; what has more is a list with many commas. */
const COLUMNS_MAX = 200

function readTable(text: string, delimiter: Delimiter): Row[] {
  const options = {
    delimiter,
    relax_quotes: true,
    relax_column_count: true,
    trim: true,
    info: true,
    raw: true,
  }
  return recordsOf(text, options)
    .filter(({ raw }) => saysSomething(raw))
    .map(({ record, raw, info }) => {
      const said = raw.trim()
      return { line: info.lines - said.split('\n').length + 1, text: said, cells: record }
    })
}

/** Where quotes do not pair up, they are marks like others. */
function recordsOf(text: string, options: Options): z.output<typeof recordsSchema> {
  try {
    return recordsSchema.parse(parse(text, options))
  } catch {
    return recordsSchema.parse(parse(text, { ...options, quote: false }))
  }
}

/** The rows of a table in Markdown; undefined when most lines are none of it. */
export function markdownTableOf(lines: Line[], text: string): { rows: Row[]; others: Line[] } | undefined {
  const isRow = (one: Line) => /^\s*\|.*\|\s*$/.test(one.text)
  const rows = lines.filter(isRow)
  if (rows.length * 2 <= lines.length || !/^\s*\|(?:\s*:?-+:?\s*\|)+\s*$/m.test(text)) return undefined
  return {
    rows: rows.map((one) => ({
      ...one,
      text: one.text.trim(),
      cells: one.text
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.replaceAll('\\|', '|').trim()),
    })),
    others: lines.filter((one) => !isRow(one)),
  }
}
