import type { Outcome } from '../../shared/outcomes.ts'
import { dayAt, type LearnerDay, momentOfDay } from '../learner-day/learner-day.models.ts'
import { type DayOrder, inOrder, orderOf, readWhen, readWhenCell, type Settled } from './history-dates.ts'
import { linesOf, markdownTableOf, type Row, tablesOf } from './history-document.ts'
import { type Facts, noFacts } from './history-facts.ts'
import { readByGuess } from './history-guess.ts'
import { readList } from './history-list.ts'
import type { Lookup, Named } from './history-lookup.ts'
import { isPair, type PairUnit, pairUnitOf, readMinutes } from './history-minutes.ts'
import { findHeader, readByHeader } from './history-table.ts'

/** A day in the learner's time zone, with the moment where the text names one. */
export type When = { day: string; said: string; at: Date | null }

/** Result for a line: exactly one of these. */
export type ParsedLine = { line: number; text: string } & (
  | {
      kind: 'attempt'
      problem: Named
      outcome: Outcome
      when: When | Ask
      minutes: number | null
      note: string | null
    }
  | { kind: 'left_out'; problem: Named | null; reason: string }
  | { kind: 'unknown'; reason: string }
)
/** A date that the text leaves open. */
export type Ask = { ask: 'date' | 'day_order'; note: string | null }

export type ParsedHistory = { header: { line: number; names: string[] } | null; lines: ParsedLine[] }

type Place = { now: Date; learnerDay: LearnerDay }
type Settings = Place & { order: DayOrder | undefined; pairs: PairUnit; find: Lookup }

const TEXT_MAX = 200
const EARLIEST = '2000-01-01'

/** Reads a pasted text as one document: a table by its header, a table without one, or a list. */
export function parseHistory(
  of: Place & { text: string; find: Lookup; dayOrder?: DayOrder | undefined },
): ParsedHistory {
  const { find } = of
  const { facts, header } = readDocument(of.text, find)
  const settings: Settings = {
    ...of,
    order:
      orderOf(facts.flatMap(({ dates }) => dates.flatMap((text) => readWhen(text) ?? []))) ?? of.dayOrder,
    pairs: pairUnitOf(facts.flatMap(({ minutes }) => minutes.map(({ text }) => text))),
  }
  return {
    header,
    lines: facts
      .sort((a, b) => a.line - b.line)
      .map((one) => ({ line: one.line, text: one.text.slice(0, TEXT_MAX), ...settle(one, settings) })),
  }
}

type Document = { facts: Facts[]; header: ParsedHistory['header'] }

function readDocument(text: string, find: Lookup): Document {
  const lines = linesOf(text)
  const markdown = markdownTableOf(lines, text)
  const tables = (markdown ? [markdown.rows] : tablesOf(text)).map((rows) => joinCells(rows, find))
  const others = (markdown?.others ?? []).map((one): Facts => ({ ...noFacts(one), outcome: notARow }))
  const headed = tables
    .flatMap((rows) => [findHeader(rows, find) ?? []].flat().map((header) => ({ rows, header })))
    .sort((a, b) => knownIn(b.header.columns) - knownIn(a.header.columns))[0]
  if (headed) {
    const { rows, header } = headed
    const above = rows.slice(0, header.at).map((row): Facts => ({ ...noFacts(row), outcome: aboveHeader }))
    const facts = readByHeader(rows.slice(header.at + 1), header, find)
    return { facts: [...others, ...above, ...facts], header: { line: header.line, names: header.names } }
  }
  const isBulleted = lines.filter((one) => LIST_ITEM.test(one.text)).length * 2 > lines.length
  const guessed = isBulleted
    ? undefined
    : tables
        .filter((rows) => rows.filter(({ cells }) => cells.length > 1).length * 2 >= rows.length)
        .map((rows) => readByGuess(rows, find))
        .sort((a, b) => score(b, find) - score(a, find))[0]
  // As a table where that loses no problem: a list is read more freely, a table more exactly.
  const found = guessed ? namedIn(guessed, find) : 0
  if (markdown || (guessed && found === guessed.length))
    return { facts: [...others, ...(guessed ?? [])], header: null }
  const list = readList(lines, find)
  if (guessed && found >= namedIn(list, find)) return { facts: guessed, header: null }
  const [first, ...rest] = lines
  const isTitled = first && findHeader([{ ...first, cells: [first.text.trim()] }], find)
  return isTitled
    ? { facts: readList(rest, find), header: { line: first.line, names: [first.text.trim()] } }
    : { facts: list, header: null }
}

const LIST_ITEM = /^\s*(?:[-*+•◦]|\d{1,4}[.)])\s+/u
const notARow = { kind: 'aside', reason: 'Not a row of the table.' } as const
const aboveHeader = { kind: 'aside', reason: 'It stands above the names of the columns.' } as const

function knownIn(columns: { kind: string }[]): number {
  return columns.filter(({ kind }) => kind !== 'unknown').length
}

function namedIn(facts: Facts[], find: Lookup): number {
  return facts.filter((one) => 'problem' in resolve(one, find)).length
}

/** Of tables by several delimiters the one that explains more; equals stay in the order of the delimiters. */
function score(facts: Facts[], find: Lookup): number {
  const parts = facts.map(
    ({ dates, minutes, outcome }) => dates.length + minutes.length + Number(outcome.kind === 'said'),
  )
  return namedIn(facts, find) * 1000 + parts.reduce((sum, one) => sum + one, 0)
}

/** Puts together what an unquoted comma split: "Pow(x, n)", "March 2, 2026". */
function joinCells(rows: Row[], find: Lookup): Row[] {
  return rows.map((row) => {
    const cells: string[] = []
    for (const cell of row.cells) {
      const before = cells.at(-1)
      const isOne = before !== undefined && (isSplitTitle(before, cell, find) || isSplitDate(before, cell))
      if (isOne) cells[cells.length - 1] = `${before}, ${cell}`
      else cells.push(cell)
    }
    return { ...row, cells }
  })
}

function isSplitTitle(before: string, cell: string, find: Lookup): boolean {
  return /[([]/.test(before) && !find.byName(before) && find.byName(`${before}, ${cell}`) !== undefined
}

function isSplitDate(before: string, cell: string): boolean {
  return /[a-z]{3,9}\.?\s\d{1,2}(?:st|nd|rd|th)?$/i.test(before) && /^\d{4}(?!\S)/.test(cell)
}

/** Decides what one line is: an attempt, left out, or not understood. */
function settle(facts: Facts, settings: Settings) {
  const { outcome } = facts
  if (outcome.kind === 'aside') return { kind: 'left_out' as const, problem: null, reason: outcome.reason }
  const found = resolve(facts, settings.find)
  const problem = 'problem' in found ? found.problem : null
  const isOpen = outcome.kind === 'said' && outcome.said === 'open'
  if (isOpen || (outcome.kind === 'blank' && (problem || facts.names.length > 0)))
    return { kind: 'left_out' as const, problem, reason: 'Not solved.' }
  const isNamed = facts.names.length + facts.links.length + facts.numbers.length > 0
  if (outcome.kind === 'unclear' && (problem || !isNamed))
    return { kind: 'unknown' as const, reason: outcome.reason }
  if (!('problem' in found)) return { kind: 'unknown' as const, reason: found.reason }
  const when = whenOf(facts, settings)
  if ('reason' in when) return { kind: 'unknown' as const, reason: when.reason }
  const minutes = minutesOf(facts, settings)
  return {
    kind: 'attempt' as const,
    problem: found.problem,
    outcome: outcome.kind === 'said' && outcome.said !== 'open' ? outcome.said : ('solved' as const),
    when,
    ...minutes,
  }
}

const unknownProblem = { reason: 'No problem of this name, link or number is known here.' }

/** The one problem that a row means: links before titles, titles before numbers. */
function resolve(facts: Facts, find: Lookup): { problem: Named } | { reason: string } {
  const links = facts.links.flatMap((url) => find.byLink(url) ?? [])
  const names = facts.names.flatMap((name) => find.byName(name) ?? [])
  const all = [...new Map([...links, ...names].map((problem) => [problem.id, problem])).values()]
  const [first, second] = all
  if (first && second) {
    const reason =
      links.length > 0 && names.length > 0 ? 'Link and title differ' : 'Several problems on one line'
    return { reason: `${reason}: ${first.title} and ${second.title}. Keep one of them.` }
  }
  if (first) return { problem: first }
  if (facts.links.length > 0) return unknownProblem
  const numbered = facts.numbers.flatMap(({ number, sure }) => {
    const problem = find.byNumber(number)
    const isMeant = facts.names.every((name) => sure && problem && isPartOf(name, problem.title))
    return isMeant ? [problem] : []
  })
  const [only, other] = [...new Set(numbered)]
  return only && !other ? { problem: only } : unknownProblem
}

/** "Implement Trie" beside the number of "Implement Trie (Prefix Tree)" means it; "My favourite" does not. */
function isPartOf(name: string, title: string): boolean {
  const words = (text: string) => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
  const all = new Set(words(title))
  return words(name).length > 1 && words(name).every((word) => all.has(word))
}

function whenOf(facts: Facts, settings: Settings): When | Ask | { reason: string } {
  const texts = facts.dates.filter((text) => !isNoDate(text))
  const all = texts.map((text) => settleDate(text, settings))
  const wrong = all.find((one) => 'reason' in one)
  if (wrong) return wrong
  const [first] = all
  if (!first) return { ask: 'date', note: null }
  const days = new Set(all.map((one) => ('day' in one ? one.day : 'ask' in one ? one.ask : one.reason)))
  return days.size === 1
    ? first
    : { reason: `It names several dates: ${texts.slice(0, 3).join(' and ')}. Keep one.` }
}

function isNoDate(text: string): boolean {
  return /^(?:[-–—?]|n\/?a|none|null|nil|nan|nat|tbd|unknown)?$/i.test(text.trim())
}

function settleDate(text: string, { order, learnerDay, now }: Settings): When | Ask | { reason: string } {
  const shown = text.slice(0, 60)
  const said = readWhen(text) ?? readWhenCell(text)
  if (!said) return { reason: `Write the date "${shown}" as 2026-05-04.` }
  if (said.kind === 'vague') return { ask: 'date', note: `"${shown}" names no day of the calendar.` }
  if (said.kind !== 'numbers') return bounded(said, { learnerDay, now })
  const [dayFirst, monthFirst] = [inOrder(said, 'day_first'), inOrder(said, 'month_first')]
  const chosen = order && inOrder(said, order)
  const same = said.first === said.second
  const only = same || !monthFirst ? dayFirst : dayFirst ? chosen : monthFirst
  if (only) return bounded(only, { learnerDay, now })
  return { ask: 'day_order', note: `"${shown}" may begin with the day or with the month.` }
}

function bounded(said: Settled, { learnerDay, now }: Place): When | { reason: string } {
  const day = said.kind === 'moment' ? dayAt(said.at.epochMilliseconds, learnerDay) : said.day
  const isLater =
    said.kind === 'moment' ? said.at.epochMilliseconds > now.getTime() : day > dayAt(now, learnerDay)
  if (isLater) return { reason: `The date ${day} is in the future.` }
  if (day < EARLIEST) return { reason: `The date ${day} is too long ago.` }
  if (said.kind === 'moment')
    return { day, said: said.at.toString(), at: new Date(said.at.epochMilliseconds) }
  return { day, said: day, at: said.time === undefined ? null : momentOfDay(said.day, said.time, learnerDay) }
}

function minutesOf({ minutes }: Facts, { pairs }: Settings): { minutes: number | null; note: string | null } {
  const [first, ...others] = minutes
  if (!first) return { minutes: null, note: null }
  const read = minutes.map(({ text, unit }) => readMinutes(text, { unit, pairs }))
  if (read[0] !== undefined && new Set(read).size === 1) return { minutes: read[0], note: null }
  if (others.length > 0) return { minutes: null, note: 'It names several times; saved without minutes.' }
  const shown = `"${first.text.slice(0, 60)}"`
  const why = isPair(first.text) ? 'may be hours or minutes' : 'is no time from 1 to 1440 minutes'
  return { minutes: null, note: `${shown} ${why}; saved without minutes.` }
}
