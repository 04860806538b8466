import { isDateLike } from './history-dates.ts'
import type { Row } from './history-document.ts'
import { combine, type Facts, noFacts, numberIn, type OutcomeSaid, takeLinks } from './history-facts.ts'
import { addProblem, readLine } from './history-list.ts'
import type { Lookup } from './history-lookup.ts'
import { isPair, readMinutes } from './history-minutes.ts'
import { isDoubtful, readStatusCell, type Said } from './history-outcomes.ts'
import { unknownOutcome } from './history-table.ts'

type Kind = 'blank' | 'link' | 'problem' | 'date' | 'status' | 'number' | 'minutes' | 'level' | 'text'

function kindOf(cell: string, find: Lookup): Kind {
  if (cell === '') return 'blank'
  if (takeLinks(cell, (url) => find.byLink(url) !== undefined).links.length > 0) return 'link'
  if (find.byName(cell)) return 'problem'
  if (numberIn(cell)) return 'number'
  if (isDateLike(cell)) return 'date'
  if (/^(?:easy|medium|hard)$/i.test(cell)) return 'level'
  const status = readStatusCell(cell)
  if (status === 'blank') return 'blank'
  if (status !== 'unknown') return 'status'
  const isTime = readMinutes(cell, { unit: 'minutes', pairs: undefined }) !== undefined || isPair(cell)
  return isTime ? 'minutes' : 'text'
}

/** Kind of a column without a name, guessed from all of its cells. */
type Guess = 'problem' | 'date' | 'status' | 'number' | 'minutes' | 'other'

/** Reads a table without a header: each column is what its cells are, over the whole document. */
export function readByGuess(rows: Row[], find: Lookup): Facts[] {
  // The cells of a column are often the same few words.
  const known = new Map(
    [...new Set(rows.flatMap(({ cells }) => cells))].map((cell) => [cell, kindOf(cell, find)]),
  )
  const kinds = rows.map(({ cells }) => cells.map((cell) => known.get(cell) ?? 'text'))
  const guesses = guessColumns(rows, kinds, find)
  return rows.map((row, i) => {
    const filled = (kinds[i] ?? []).filter((kind) => kind !== 'blank').length
    return filled > 1 || row.cells.length > 1
      ? readRow({ row, kinds: kinds[i] ?? [], guesses, find })
      : readLine(row, find)
  })
}

function guessColumns(rows: Row[], kinds: Kind[][], find: Lookup): Guess[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length))
  const columns = Array.from({ length: width }, (_, i) =>
    kinds.map((row) => row[i] ?? 'blank').filter((kind) => kind !== 'blank'),
  )
  const share = (i: number, ...of: Kind[]) =>
    (columns[i] ?? []).filter((kind) => of.includes(kind)).length / Math.max(1, columns[i]?.length ?? 0)
  const titles = columns.map((_, i) => share(i, 'problem', 'link'))
  const best = Math.max(0, ...titles)
  const isTitle = (i: number) => (titles[i] ?? 0) > 0 && ((titles[i] ?? 0) >= 0.5 || titles[i] === best)
  const guesses = columns.map((_, i): Guess => {
    if (isTitle(i)) return 'problem'
    if (share(i, 'date') >= 0.5) return 'date'
    if (share(i, 'status') === 1 || isTicks(rows, i)) return 'status'
    return 'other'
  })
  const numbers = columns
    .map((_, i) => i)
    .filter((i) => guesses[i] === 'other' && share(i, 'number', 'minutes') === 1)
  const place = guesses.indexOf('problem')
  const first = numbers.find((i) => share(i, 'number') > 0)
  // Nothing but a number names the problem.
  if (place === -1 && first !== undefined && !columns.some((_, i) => share(i, 'text') > 0))
    guesses[first] = 'number'
  const from = place === -1 ? (first ?? width) : place
  const timed = numbers.filter((i) => share(i, 'minutes') > 0)
  const bare = numbers.filter((i) => i > from && share(i, 'minutes') === 0 && !isCounting(rows, i, find))
  const [minutes, second] = timed.length > 0 ? timed : bare
  if (minutes !== undefined && second === undefined) guesses[minutes] = 'minutes'
  return guesses
}

/** Ones and noughts, with at least one nought, are boxes. */
function isTicks(rows: Row[], i: number): boolean {
  const cells = rows.map(({ cells }) => cells[i] ?? '').filter((cell) => cell !== '')
  return cells.includes('0') && cells.every((cell) => cell === '0' || cell === '1')
}

/** Numbers of the rows or of the problems themselves say nothing about minutes. */
function isCounting(rows: Row[], i: number, find: Lookup): boolean {
  const cells = rows.map(({ cells }) => cells[i] ?? '')
  const isOfProblems = rows.every(({ cells: all }, row) =>
    all.some((cell) => (find.byName(cell) ?? find.byLink(cell))?.number === Number(cells[row])),
  )
  const isOfRows = rows.length > 1 && cells.every((cell, row) => Number(cell) === Number(cells[0]) + row)
  return isOfProblems || isOfRows
}

function readRow(of: { row: Row; kinds: Kind[]; guesses: Guess[]; find: Lookup }): Facts {
  const { row, kinds, guesses, find } = of
  const facts = noFacts(row)
  const said: Said[] = []
  const beside: OutcomeSaid[] = []
  const notes: string[] = []
  let isBlank = false
  row.cells.forEach((cell, i) => {
    const [kind = 'text', guess = 'other'] = [kinds[i], guesses[i]]
    if (kind === 'blank') isBlank ||= guess === 'status'
    else if (kind === 'link' || (guess === 'problem' && (kind === 'problem' || kind === 'text')))
      beside.push(addProblem(cell, { facts, find, isTitle: false }))
    else if (kind === 'date' || (guess === 'date' && kind === 'text')) facts.dates.push(cell)
    else if (kind === 'status' || guess === 'status') said.push(...saidIn(cell))
    else if (guess === 'minutes' || kind === 'minutes') facts.minutes.push({ text: cell, unit: 'minutes' })
    else if (guess === 'number')
      facts.numbers.push(...[numberIn(cell) ?? []].flat().map((one) => ({ ...one, sure: true })))
    // A date or a note beside another title in one cell is not passed over.
    else if (kind === 'text' && namesProblem(row, cell, find))
      beside.push(addProblem(cell, { facts, find, isTitle: false }))
    else if (kind === 'text') notes.push(cell)
  })
  // A row that names its problem nowhere says so with its own words.
  if (facts.links.length + facts.names.length + facts.numbers.length === 0)
    facts.names.push(...notes.slice(0, 1))
  return { ...facts, outcome: combine([...said.map(saying), ...beside, outcomeOfNotes(notes, isBlank)]) }
}

function namesProblem({ line }: Row, cell: string, find: Lookup): boolean {
  const { names, links } = readLine({ line, text: cell }, find)
  return names.some((name) => find.byName(name)) || links.some((url) => find.byLink(url))
}

function saidIn(cell: string): Said[] {
  const read = readStatusCell(cell)
  if (typeof read !== 'object') return []
  return ['said' in read ? read.said : read.flag ? 'solved' : 'open']
}

function saying(said: Said): OutcomeSaid {
  return { kind: 'said', said }
}

function outcomeOfNotes(notes: string[], isBlank: boolean): OutcomeSaid {
  const doubt = notes.find(isDoubtful)
  if (doubt !== undefined) return unknownOutcome(doubt)
  return isBlank ? { kind: 'blank' } : { kind: 'unsaid' }
}
