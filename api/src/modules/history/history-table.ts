import { type Column, readHeader } from './history-columns.ts'
import { readWhen, readWhenCell } from './history-dates.ts'
import type { Row } from './history-document.ts'
import {
  agreeOn,
  combine,
  type Facts,
  noFacts,
  numberIn,
  type OutcomeSaid,
  takeLinks,
} from './history-facts.ts'
import { addProblem } from './history-list.ts'
import type { Lookup } from './history-lookup.ts'
import { readStatusCell, type Said } from './history-outcomes.ts'

/** A table with a header: where it stands, what its columns are called, and what they say. */
export type Header = { at: number; line: number; names: string[]; columns: Column[] }

/** Rows among which the header is looked for: lines of a title may stand above it. */
const HEADER_WITHIN = 10

export function findHeader(rows: Row[], find: Lookup): Header | undefined {
  for (const [at, row] of rows.slice(0, HEADER_WITHIN).entries()) {
    const columns = row.cells.some((cell) => isData(cell, find)) ? undefined : readHeader(row.cells)
    if (columns)
      return {
        at,
        line: row.line,
        names: row.cells,
        columns: settleColumns(columns, rows.slice(at + 1), find),
      }
  }
  return undefined
}

function isData(cell: string, find: Lookup): boolean {
  return (
    find.byName(cell) !== undefined ||
    readWhen(cell) !== undefined ||
    takeLinks(cell, () => false).links.length > 0
  )
}

/** Columns under names that we do not know are what their cells show: titles, or the words of outcomes. */
function settleColumns(columns: Column[], rows: Row[], find: Lookup): Column[] {
  const cellsOf = (i: number) => rows.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '')
  const isNamed = columns.some(({ kind }) => kind === 'problem')
  const titles = columns.map(({ kind }, i) =>
    kind === 'unknown' && !isNamed
      ? cellsOf(i).filter((cell) => find.byName(takeLinks(cell, () => false).rest)).length
      : 0,
  )
  const most = Math.max(0, ...titles)
  return columns.map((column, i): Column => {
    if (column.kind === 'minutes' && column.clock && cellsOf(i).some(isClock)) return { kind: 'other' }
    if (column.kind !== 'unknown') return column
    if (most > 0 && titles[i] === most) return { kind: 'problem' }
    const read = cellsOf(i).map(readStatusCell)
    if (read.length === 0 || read.includes('unknown')) return column
    return read.some((cell) => typeof cell === 'object' && 'said' in cell)
      ? { kind: 'status' }
      : { kind: 'unsure' }
  })
}

/** Of a column "time": 2:30 PM or 14:30:00 is when and not how long. */
function isClock(cell: string): boolean {
  return (
    /^\d{1,2}:\d{2}.*[ap]\.?m\.?$/i.test(cell) || Number(/^(\d{1,2}):\d{2}:\d{2}$/.exec(cell)?.[1] ?? 0) > 5
  )
}

/** Reads the rows of a table by what its header says. */
export function readByHeader(rows: Row[], header: Header, find: Lookup): Facts[] {
  const named = header.columns
    .map((column, i) => ({ column, i, name: header.names[i] ?? '' }))
    // By their names, so that their order says nothing.
    .sort((a, b) => (a.name < b.name ? -1 : 1))
  return rows.map((row) => readRow(row, named, find))
}

type NamedColumn = { column: Column; i: number; name: string }
type Cell<Kind extends Column['kind']> = {
  column: Extract<Column, { kind: Kind }>
  text: string
  name: string
}

function readRow(row: Row, named: NamedColumn[], find: Lookup): Facts {
  const cells = <Kind extends Column['kind']>(kind: Kind): Cell<Kind>[] =>
    named.flatMap(({ column, i, name }) =>
      isKind(column, kind) ? [{ column, text: row.cells[i] ?? '', name }] : [],
    )
  const facts = noFacts(row)
  const beside = cells('problem').map(({ text }) => addProblem(text, { facts, find, isTitle: true }))
  for (const { column, text } of cells('number')) {
    const number = numberIn(text)
    if (number) facts.numbers.push({ number: number.number, sure: column.sure })
  }
  const dates = cells('date').sort((a, b) => a.column.rank - b.column.rank)
  const date = dates.find(({ column, text }) => column.solved || text !== '')
  const status = readOutcome({
    row,
    status: cells('status'),
    checks: cells('check'),
    unsure: cells('unsure'),
  })
  const dated = [date?.text ?? '', status.date ?? ''].filter((text) => text !== '')
  if (dated.length > 0) facts.dates = dated
  facts.outcome = status.outcome.kind === 'unsaid' ? combine(beside) : status.outcome
  if (facts.outcome.kind === 'unsaid' && date?.column.solved)
    facts.outcome = date.text === '' ? { kind: 'blank' } : { kind: 'said', said: 'solved' }
  const counted = cells('row').find(({ text }) => numberIn(text))
  if (counted && facts.links.length + facts.names.length + facts.numbers.length === 0)
    facts.outcome = {
      kind: 'unclear',
      reason: `"${counted.name}" may count the rows: call the column "LeetCode number" if it holds those.`,
    }
  const timed = cells('minutes').filter(({ text }) => text !== '')
  if (timed.length > 0) facts.minutes = timed.map(({ column, text }) => ({ text, unit: column.unit }))
  return facts
}

function isKind<Kind extends Column['kind']>(
  column: Column,
  kind: Kind,
): column is Extract<Column, { kind: Kind }> {
  return column.kind === kind
}

function readOutcome(of: {
  row: Row
  status: Cell<'status'>[]
  checks: Cell<'check'>[]
  unsure: Cell<'unsure'>[]
}): { outcome: OutcomeSaid; date?: string } {
  const { status, checks, unsure } = of
  if (status.length + checks.length === 0) {
    const [column] = unsure
    const reason = `Column "${column?.name.slice(0, 40)}" may say what is solved: call it Status, or leave it out.`
    return { outcome: column ? { kind: 'unclear', reason } : { kind: 'unsaid' } }
  }
  const said: Said[] = []
  let date: string | undefined
  for (const { text } of status) {
    const read = readStatusCell(text)
    if (read === 'unknown') return { outcome: unknownOutcome(text) }
    if (read !== 'blank') said.push('said' in read ? read.said : read.flag ? 'solved' : 'open')
  }
  const checked: Said[] = []
  const solvedBox: Said[] = []
  for (const { column, text } of checks) {
    const read = readStatusCell(text)
    if (read === 'blank') continue
    const isDate = read === 'unknown' && readWhenCell(text) !== undefined
    if (read === 'unknown' && !isDate) return { outcome: unknownOutcome(text) }
    if (isDate) date ??= text
    const mark = read === 'unknown' ? column.outcome : markOf(read, column.outcome)
    checked.push(mark)
    if (column.outcome === 'solved') solvedBox.push(mark)
  }
  // Boxes for "attempted" and "solved" side by side: the one that says most counts.
  const strongest = (['solved', 'stuck', 'tried', 'skipped', 'open'] as const).find((one) =>
    checked.includes(one),
  )
  const isOpposed = solvedBox.some((mark) => (mark === 'solved') !== said.includes('solved'))
  const outcome = agreeOn(
    said.length === 0 ? [strongest ?? []].flat() : isOpposed ? [...said, ...solvedBox] : said,
  )
  return {
    outcome: outcome.kind === 'unsaid' ? { kind: 'blank' } : outcome,
    ...(date === undefined ? {} : { date }),
  }
}

/** A tick in the column "Attempted" means tried; a word there means itself. */
function markOf(read: { said: Said } | { flag: boolean }, outcome: Said): Said {
  if ('flag' in read) return read.flag ? outcome : 'open'
  return read.said === 'solved' ? outcome : read.said
}

export function unknownOutcome(text: string): OutcomeSaid {
  return { kind: 'unclear', reason: `Say solved, tried, stuck or skipped instead of "${text.slice(0, 60)}".` }
}
