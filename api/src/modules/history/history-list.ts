import { takeDates } from './history-dates.ts'
import type { Line } from './history-document.ts'
import { agreeOn, type Facts, noFacts, numberIn, type OutcomeSaid, takeLinks } from './history-facts.ts'
import type { Lookup } from './history-lookup.ts'
import { takeMinutes } from './history-minutes.ts'
import {
  isDoubtful,
  isOutcomePhrase,
  outcomeOf,
  readBox,
  readStatusCell,
  type Said,
  takeMarks,
} from './history-outcomes.ts'

/** Where something was taken out of a line. */
const GAP = '\uE000'
const separator = /\uE000|\t|[,;|()[\]{}]|\s[-–—~:/]\s|:\s|\s?[–—→]\s?|\s{3,}/u
const filler =
  /^(?:on|in|at|took|took me|time|date|for|and|about|within|easy|medium|hard|solved in|done in|problem|it|[-–—:.~#])$/i

type Section = { depth: number; outcome: OutcomeSaid; dates: string[]; isMarked: boolean }

/** Reads a list: one problem a line, under headings that may say how it went or when. */
export function readList(lines: Line[], find: Lookup): Facts[] {
  const isBulleted = lines.some(({ text }) => bullet.test(text))
  const headings = lines.map(({ text }) => readHeading(text, isBulleted, find))
  let section: Section | undefined
  const all: Facts[] = []
  lines.forEach((line, i) => {
    const heading = headings[i]
    const above = all.findLast(({ outcome }) => outcome.kind !== 'aside')
    if (!heading) all.push(within(readLine(line, find, section?.outcome), section))
    else if (heading.isMarked || isAlike(heading, headings[0])) {
      if (!section || heading.depth <= section.depth || saysMore(heading)) section = heading
      all.push({ ...noFacts(line), outcome: { kind: 'aside', reason: 'A heading.' } })
    } else {
      // "Wrong Answer" under a problem, as copied from a page, belongs to it.
      if (above && heading.outcome.kind === 'said')
        above.outcome = agreeOn([
          heading.outcome.said,
          ...(above.outcome.kind === 'said' ? [above.outcome.said] : []),
        ])
      if (above) above.dates = [...above.dates, ...heading.dates]
      all.push({ ...noFacts(line), outcome: { kind: 'aside', reason: 'Read with the line above it.' } })
    }
  })
  return all
}

/** Outcomes or dates alone on their lines are headings where the first line is one of the kind. */
function isAlike(heading: Section, first: Section | undefined): boolean {
  return first?.isMarked === false && heading.dates.length > 0 === first.dates.length > 0
}

function saysMore({ outcome, dates }: Section): boolean {
  return outcome.kind !== 'unsaid' || dates.length > 0
}

function within(facts: Facts, section: Section | undefined): Facts {
  return facts.dates.length > 0 || !section ? facts : { ...facts, dates: section.dates }
}

const bullet = /^\s*(?:>\s?)*(?:[-*+•◦‣▪–—]|\d{1,4}[.)])\s+/u
const box = /^\s*\[(.?)\]\s+/u

/** A line above others: `## To do`, `Solved:`, or an outcome or a date alone. */
function readHeading(text: string, isBulleted: boolean, find: Lookup): Section | undefined {
  const [, hashes, rest = ''] = /^\s*(#{1,6}\s)?\s*(.*?)\s*$/u.exec(text) ?? []
  if (bullet.test(rest)) return undefined
  const isMarked = hashes !== undefined || /:[*_]*$/u.test(rest)
  const words = rest.replace(/^[*_]+|[*_:#]+$|\(\d+\)/gu, '').trim()
  const depth = hashes?.trim().length ?? 7
  const { rest: plain, said: marked } = takeMarks(words)
  const said = outcomeOf(plain)
  if (said)
    return { depth, dates: [], isMarked, outcome: agreeOn([said, ...(marked.length > 0 ? marked : [])]) }
  const dated = takeDates(plain, ' ')
  if (dated.dates.length > 0 && dated.rest.trim() === '')
    return { depth, dates: dated.dates, isMarked, outcome: { kind: 'unsaid' } }
  const linked = takeLinks(words, () => false)
  if (!isMarked || linked.links.length > 0 || (!isBulleted && find.byName(words))) return undefined
  const reason = `It stands under "${words.slice(0, 60)}": write solved, tried, stuck or skipped behind it.`
  const outcome: OutcomeSaid = isDoubtful(words) ? { kind: 'unclear', reason } : { kind: 'unsaid' }
  return { depth, dates: dated.dates, isMarked, outcome }
}

/** Reads one line that names a problem, and what else it says, in any order. */
export function readLine(line: Line, find: Lookup, section?: OutcomeSaid): Facts {
  const facts = noFacts(line)
  const unbulleted = line.text.replace(bullet, '')
  const [, mark] = box.exec(unbulleted) ?? []
  const body = unbulleted.replace(box, '').replace(/\*\*|__|`|==/g, '')
  const boxed: Said[] = mark === undefined ? [] : [readBox(mark) ?? []].flat()
  const inherited = section ?? { kind: 'unsaid' }
  const isStruck = body.includes('~~')
  // A title may hold anything, also a date: so the whole is tried first.
  const whole = takeMarks(body)
  if (!isStruck && find.byName(whole.rest))
    return {
      ...facts,
      names: [whole.rest],
      outcome: outcomeFrom({ boxed, mark, said: whole.said, doubts: [], inherited }),
    }

  const linked = takeLinks(body, (url) => find.byLink(url) !== undefined)
  const marked = takeMarks(linked.rest)
  const dated = takeDates(marked.rest, GAP)
  const timed = takeMinutes(dated.rest, GAP)
  const found = nameIn(timed.rest, find)
  const said = [...marked.said, ...found.said]
  const numbers = found.names.length > 0 || linked.links.length > 0 ? [] : found.numbers.slice(0, 1)
  const bare = found.numbers.slice(numbers.length)
  const doubts = isStruck ? ['crossed out'] : found.notes.filter(isDoubtful)
  const isNamed = found.names.length > 0 || linked.links.length > 0
  return {
    ...facts,
    links: linked.links,
    names: isNamed ? found.names : found.notes,
    numbers: numbers.map(({ number }) => ({ number, sure: found.notes.length === 0 })),
    dates: dated.dates,
    minutes: [
      ...timed.minutes.map((text) => ({ text, unit: 'minutes' as const })),
      ...(timed.minutes.length === 0 ? bare.slice(0, 1) : [])
        .filter(({ isAfter }) => dated.dates.length > 0 && (isAfter || numbers.length > 0))
        .map(({ number }) => ({ text: String(number), unit: 'minutes' as const })),
    ],
    outcome: outcomeFrom({ boxed, mark, said, doubts, inherited }),
  }
}

/**
 * Reads a cell that names a problem as a line is read, so that words beside a title or link are not lost; what it says of
 * the outcome is answered. Under a name of its own (`isTitle`) a cell without a link is a title as a whole.
 */
export function addProblem(text: string, to: { facts: Facts; find: Lookup; isTitle: boolean }): OutcomeSaid {
  const { facts, find, isTitle } = to
  const read = readLine({ line: facts.line, text }, find)
  const isWhole = isTitle && read.links.length === 0 && read.numbers.length === 0 && text !== ''
  const name = takeMarks(text.replace(bullet, '').replace(box, ''))
    .rest.replace(/\*\*|`/g, '')
    .trim()
  facts.links.push(...read.links)
  facts.names.push(...(isWhole ? [name] : read.names))
  facts.numbers.push(...read.numbers.map(({ number }) => ({ number, sure: false })))
  facts.dates.push(...read.dates)
  facts.minutes.push(...read.minutes)
  return read.outcome
}

function outcomeFrom(of: {
  boxed: Said[]
  mark: string | undefined
  said: Said[]
  doubts: string[]
  inherited: OutcomeSaid
}): OutcomeSaid {
  if (of.boxed[0] === 'open') return { kind: 'said', said: 'open' }
  if (of.mark !== undefined && of.boxed.length === 0)
    return { kind: 'unclear', reason: `The box "[${of.mark}]" may mean several things: use [x] or [ ].` }
  // A ticked box with "stuck" behind it means the word.
  const said = of.said.length > 0 ? of.said : of.boxed
  if (said.length > 0) return agreeOn(said)
  const [doubt] = of.doubts
  if (doubt !== undefined)
    return {
      kind: 'unclear',
      reason: `"${doubt.replace(/\s+/g, ' ').slice(0, 60)}" may say that it is not solved: write solved, tried, stuck or skipped.`,
    }
  return of.inherited
}

type Found = {
  names: string[]
  said: Said[]
  notes: string[]
  numbers: { number: number; isAfter: boolean }[]
}

/** Finds the titles among the pieces of a line; the rest are words for the outcome, numbers and notes. */
function nameIn(text: string, find: Lookup): Found {
  const pieces: { text: string; from: number; to: number }[] = []
  let from = 0
  for (const part of text.split(new RegExp(`(${separator.source})`, 'u'))) {
    if (!separator.test(part) && part.trim() !== '')
      pieces.push({ text: part.trim(), from, to: from + part.length })
    from += part.length
  }
  const found: Found = { names: [], said: [], notes: [], numbers: [] }
  for (let i = 0; i < pieces.length; ) {
    const run = longestTitle(pieces.slice(i, i + RUN_MAX), text, find)
    if (run) {
      found.names.push(run.title)
      found.said.push(...run.said)
      i += run.length
      continue
    }
    const piece = pieces[i]?.text ?? ''
    i += 1
    const status = readStatusCell(piece)
    const number = numberIn(piece)
    if (number) found.numbers.push({ number: number.number, isAfter: found.names.length > 0 })
    else if (typeof status === 'object')
      found.said.push('said' in status ? status.said : status.flag ? 'solved' : 'open')
    else if (!filler.test(piece)) peelNote(piece, found)
  }
  return found
}

/** Pieces that one title may be made of: "Two Sum II - Input Array Is Sorted", "Pow(x, n)". */
const RUN_MAX = 6

function longestTitle(pieces: { text: string; from: number; to: number }[], text: string, find: Lookup) {
  for (let length = pieces.length; length > 0; length--) {
    const [first, last] = [pieces[0], pieces[length - 1]]
    if (!first || !last) continue
    const words = text.slice(first.from, length === 1 ? last.to : last.to + 1).trim()
    if (words.includes(GAP) && length > 1) continue
    const title = [words, text.slice(first.from, last.to).trim()].find((one) => find.byName(one))
    if (title !== undefined) return { title, said: [], length }
    const peeled = length === 1 ? peel(words, find) : undefined
    if (peeled) return { ...peeled, length }
  }
  return undefined
}

const PHRASE_WORDS_MAX = 4
const WORDS_MAX = 40

/** A title with words for its outcome before or behind it: "3Sum solved", "gave up on Word Search". */
function peel(text: string, find: Lookup): { title: string; said: Said[] } | undefined {
  let words = text.split(/\s+/)
  if (words.length > WORDS_MAX) return undefined
  const said: Said[] = []
  while (words.length > 0) {
    const title = words.join(' ')
    if (find.byName(title)) return { title, said }
    const cut = cutOf(words)
    if (!cut) return undefined
    const outcome = outcomeOf(cut.phrase)
    if (outcome) said.push(outcome)
    words = cut.rest
  }
  return undefined
}

function cutOf(words: string[]): { phrase: string; rest: string[] } | undefined {
  for (let count = Math.min(PHRASE_WORDS_MAX, words.length - 1); count > 0; count--)
    for (const [phrase, rest] of [
      [words.slice(-count).join(' '), words.slice(0, -count)],
      [words.slice(0, count).join(' '), words.slice(count)],
    ] as const)
      if (isOutcomePhrase(phrase) || filler.test(phrase)) return { phrase, rest }
  return undefined
}

/** A piece without a title: outcome words with fillers ("solved on"), a number with them, else a note. */
function peelNote(piece: string, found: Found): void {
  let words = piece.split(/\s+/)
  const said: Said[] = []
  while (words.length > 0 && words.length < WORDS_MAX) {
    const whole = words.join(' ')
    const outcome = outcomeOf(whole)
    const number = numberIn(whole)
    if (number) found.numbers.push({ number: number.number, isAfter: found.names.length > 0 })
    if (outcome || number || filler.test(whole))
      return void found.said.push(...said, ...(outcome ? [outcome] : []))
    const cut = cutOf(words)
    if (!cut) break
    const cutOutcome = outcomeOf(cut.phrase)
    if (cutOutcome) said.push(cutOutcome)
    words = cut.rest
  }
  found.notes.push(piece)
}
