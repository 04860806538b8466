import { parse } from 'csv-parse/sync'
import type { Outcome } from '../attempts/attempts.schemas.ts'
import type { Lookup, Named } from './history-lookup.ts'

export type ParsedLine =
  | {
      line: number
      text: string
      problem: Named
      outcome: Outcome
      date: string | null
      minutes: number | null
    }
  | { line: number; text: string; reason: string }

type Column = 'problem' | 'date' | 'minutes' | 'outcome' | 'other'

const columnNames: Record<Exclude<Column, 'other'>, string[]> = {
  problem: ['problem', 'slug', 'title', 'name', 'question', 'link', 'url', 'number', 'id', 'no', '#'],
  date: ['date', 'day', 'when', 'solved', 'solved at', 'solved_at', 'completed', 'submitted'],
  minutes: ['minutes', 'min', 'mins', 'time', 'duration'],
  outcome: ['outcome', 'status', 'result'],
}
const outcomeWords: Record<string, Outcome> = {
  solved: 'solved',
  done: 'solved',
  accepted: 'solved',
  ac: 'solved',
  tried: 'tried',
  attempted: 'tried',
  stuck: 'stuck',
  skipped: 'skipped',
}

/** Reads a pasted list line by line. `today` bounds the dates; lines that say nothing are left out. */
export function parseHistory({
  text,
  find,
  today,
}: {
  text: string
  find: Lookup
  today: string
}): ParsedLine[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\r|\n/)
    .map((one, i) => ({ line: i + 1, text: one.trim() }))
    .filter((one) => one.text !== '')
  const header = lines[0] && readHeader(splitFields(lines[0].text))
  return lines.slice(header ? 1 : 0).map((one) => {
    const read = readLine({ text: one.text, header, find, today })
    return { line: one.line, text: one.text.slice(0, 200), ...read }
  })
}

function readLine({
  text,
  header,
  find,
  today,
}: {
  text: string
  header: Column[] | undefined
  find: Lookup
  today: string
}) {
  const bare = text.replace(/^[-*+•]\s+(\[[ x]\]\s+)?/i, '')
  const whole = header ? undefined : find(bare)
  const fields = whole ? [] : splitFields(bare)
  const kinds = header ?? guessColumns(fields, find)
  const problem = whole ?? fields.flatMap((one, i) => (kinds[i] === 'problem' ? (find(one) ?? []) : []))[0]
  if (!problem) return { reason: 'No problem of this name, link or number is known here.' }
  const of = (column: Column) => fields.filter((field, i) => kinds[i] === column && field !== '')[0]
  const date = readDate(of('date'), today)
  if (date instanceof Error) return { reason: date.message }
  const minutes = readMinutes(of('minutes'))
  if (minutes instanceof Error) return { reason: minutes.message }
  const outcome = outcomeWords[of('outcome')?.toLowerCase() ?? 'solved']
  if (!outcome) return { reason: `Say solved, tried, stuck or skipped instead of "${of('outcome')}".` }
  return { problem, outcome, date, minutes }
}

function readHeader(fields: string[]): Column[] | undefined {
  const columns = fields.map((field) => {
    const name = field.toLowerCase()
    return Object.entries(columnNames).find(([, names]) => names.includes(name))?.[0] ?? 'other'
  })
  return columns.includes('problem') ? columns.filter(isColumn) : undefined
}

function isColumn(name: string): name is Column {
  return name === 'other' || name in columnNames
}

/** Without a header each field is what it looks like; a number after the problem is minutes. */
function guessColumns(fields: string[], find: Lookup): Column[] {
  let found = false
  return fields.map((field) => {
    if (looksLikeDate(field)) return 'date'
    if (field.toLowerCase() in outcomeWords) return 'outcome'
    if (found && /^-?\d+\s*(m|min|mins|minutes)?$/i.test(field)) return 'minutes'
    if (found || !find(field)) return 'other'
    found = true
    return 'problem'
  })
}

function looksLikeDate(field: string): boolean {
  return /^\d{4}[-/]\d{1,2}[-/]\d{1,2}/.test(field) || /^\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/.test(field)
}

function readDate(field: string | undefined, today: string): string | null | Error {
  if (field === undefined) return null
  const [, year = '', month = '', day = ''] =
    /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})(?:[T ].*)?$/.exec(field) ?? []
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const moment = new Date(`${date}T00:00:00Z`)
  if (Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== date)
    return new Error(`Write the date "${field}" as 2026-05-04.`)
  if (date > today) return new Error(`The date ${date} is in the future.`)
  return date < '2000-01-01' ? new Error(`The date ${date} is too long ago.`) : date
}

function readMinutes(field: string | undefined): number | null | Error {
  if (field === undefined) return null
  const minutes = Number(/^(\d{1,5})\s*(?:m|min|mins|minutes)?$/i.exec(field)?.[1] ?? Number.NaN)
  return minutes >= 1 && minutes <= 1440 ? minutes : new Error(`From 1 to 1440 minutes, not "${field}".`)
}

/** The fields of one line: parted by tabs, else semicolons, else commas. */
function splitFields(text: string): string[] {
  const delimiter = text.includes('\t') ? '\t' : text.includes(';') ? ';' : ','
  try {
    const records: string[][] = parse(text, {
      delimiter,
      relax_quotes: true,
      relax_column_count: true,
      trim: true,
    })
    return records[0] ?? []
  } catch {
    return text.split(delimiter).map((field) => field.trim())
  }
}

/** Of parsed lines those that the history does not have yet; a line without a date is known when there is any such attempt. */
export function stateOf(
  line: { problem: Named; outcome: Outcome; date: string | null },
  known: { attempts: ReadonlySet<string>; lines: Set<string> },
): 'new' | 'known' | 'repeated' {
  const key = attemptKey({ problemId: line.problem.id, outcome: line.outcome, date: line.date })
  if (known.attempts.has(key)) return 'known'
  if (known.lines.has(key)) return 'repeated'
  known.lines.add(key)
  return 'new'
}

export function attemptKey(of: { problemId: string; outcome: Outcome; date: string | null }): string {
  return `${of.problemId} ${of.outcome} ${of.date ?? 'some day'}`
}
