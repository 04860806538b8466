import { createEchoWatch } from '../model-client/prompt-echo.models.ts'
import {
  definesOne,
  looksLikeCode,
  normaliseLine,
  returnsWork,
  statementsOf,
  withoutComment,
} from './code-lines.ts'
import { withoutAddresses } from './without-addresses.ts'

/** Code of its own that one hint may show, in lines. What it quotes of the learner's code is free. */
const OWN_LINES_MAX = 2
/** A word or two of code within a sentence. */
const SPAN_MAX = 80
/** Where code was taken out, fewer letters than these are no hint. */
const LETTERS_MIN = 40
export const LEFT_OUT = '*(Code was left out here: a hint stays a hint.)*'

const FENCE = /^\s*(?:(?:>|[-*+](?=\s)|\d{1,3}[.)](?=\s))\s*)*(`{3,}(?=[^`]*$)|~{3,})/

const INDENTED = /^(?:\s*>)?\s{2,}(?![-*+]\s|\d)\S/

type Fence = { marker: string; lines: string[] }

export type Release = {
  /** Takes the next piece of the answer and returns the text that may be shown now. */
  push: (text: string) => string
  /** The rest, once nothing more comes. */
  end: () => string
  /** True if code was removed and almost no text is left. */
  isOnlyCode: () => boolean
  /** True once the answer repeats the model's instructions; from there on nothing is shown. */
  repeatsInstructions: () => boolean
}

/**
 * Lets a growing answer through sentence by sentence and line by line; code is held until it is whole and was looked
 * at. With `guard` (a hint) code goes out unless it is the learner's own or a fragment: the names are those that the
 * exercise asks to define. What comes out does not depend on where the answer was cut on its way, and holds nothing of
 * the `instructions` that the model was given.
 */
export function createRelease({
  guard,
  instructions = '',
}: {
  guard: { code: string; names: readonly string[] } | null
  instructions?: string
}): Release {
  const echo = createEchoWatch(instructions)
  const own = new Set(guard?.code.split('\n').map(normaliseLine))
  const ownText = guard?.code.replace(/\s+/g, '') ?? ''
  let line = ''
  /** How much of the line is out already: then it is prose to its end. */
  let told = 0
  let fence: Fence | null = null
  let run: string[] = []
  let spent = 0
  let leftOut = false
  let letters = 0

  function say(text: string): string {
    letters += text.match(/\p{L}/gu)?.length ?? 0
    return text
  }

  const prose = (text: string) =>
    say(
      text
        .split(/((?<!`)(`+)(?!`).+?(?<!`)\2(?!`))/)
        // Each span is followed by its marker, which it has already.
        .flatMap((part, at) => (at % 3 === 2 ? [] : [at % 3 === 1 ? span(part) : withoutAddresses(part)]))
        .join(''),
    )

  function span(text: string): string {
    const code = text.replace(/^`+|`+$/g, '').trim()
    if (!guard || ownText.includes(code.replace(/\s+/g, ''))) return text
    const isFragment = code.length <= SPAN_MAX && statementsOf(code) === 1
    if (isFragment && !returnsWork(code) && !definesOne(code, guard.names) && !/=>|\blambda\b/.test(code))
      return text
    leftOut = true
    return '`…`'
  }

  /** Lines indented below code are treated as code. */
  const isCode = (text: string) => looksLikeCode(text) || (run.length > 0 && INDENTED.test(text))

  /** Code as a whole: shown, or left out. */
  function judge(lines: string[], show: (lines: string[]) => string): string {
    if (!guard) return show(lines)
    const fresh = lines
      .map(withoutComment)
      .filter((one) => normaliseLine(one) !== '' && !own.has(normaliseLine(one)))
    const cost = fresh.reduce((sum, one) => sum + statementsOf(one), 0)
    const givesAway =
      fresh.some(returnsWork) ||
      (fresh.length > 0 && definesOne(lines.map(withoutComment).join('\n'), guard.names))
    if (!givesAway && spent + cost <= OWN_LINES_MAX) {
      spent += cost
      return show(lines)
    }
    leftOut = true
    return `${LEFT_OUT}\n`
  }

  function closeRun(): string {
    if (run.length === 0) return ''
    const lines = run
    run = []
    const code = lines.filter((one) => one.trim() !== '')
    const blank = '\n'.repeat(lines.length - lines.findLastIndex((one) => one.trim() !== '') - 1)
    return judge(code, () => `${lines.map((one) => prose(one)).join('\n')}\n`).replace(/\n*$/, `\n${blank}`)
  }

  /** A block that was begun, from its first line on; without guard its lines are out already. */
  function closeFence({ lines, marker }: Fence): string {
    fence = null
    const isClosed = closes(lines.at(-1) ?? '', marker) && lines.length > 1
    const whole = isClosed ? lines : [...lines, marker]
    if (!guard) return isClosed ? '' : `${marker}\n`
    return judge(whole.slice(1, -1), () => `${whole.join('\n')}\n`)
  }

  function finishLine(): string {
    const [whole, from] = [line, told]
    line = ''
    told = 0
    if (fence) {
      fence.lines.push(whole)
      const shown = guard ? '' : `${whole}\n`
      return closes(whole, fence.marker) ? shown + closeFence(fence) : shown
    }
    if (from > 0) return `${prose(whole.slice(from))}\n`
    const marker = FENCE.exec(whole)?.[1]
    if (marker !== undefined) {
      const before = closeRun()
      fence = { marker, lines: [whole] }
      return guard ? before : `${before}${whole}\n`
    }
    if (whole.trim() === '' && run.length === 0) return `${whole}\n`
    if (whole.trim() === '' || isCode(firstSentence(whole))) {
      run.push(whole)
      return ''
    }
    return `${closeRun()}${sentencesOf(whole).map(prose).join('')}\n`
  }

  /** The finished sentences of a line that is still being written, when it has turned out to be prose. */
  function finishSentences(): string {
    if (fence) return ''
    const sentences = sentencesOf(line.slice(told)).slice(0, -1)
    const [first] = sentences
    if (first === undefined) return ''
    if (told === 0 && (FENCE.test(first) || isCode(first))) return ''
    const before = told === 0 ? closeRun() : ''
    told += sentences.join('').length
    return before + sentences.map(prose).join('')
  }

  return {
    push(text) {
      let out = ''
      const [first = '', ...rest] = text.replaceAll('\r', '').replaceAll('\0', '').split('\n')
      line += first
      for (const next of rest) {
        out += finishLine()
        line = next
      }
      return echo.push((out + finishSentences()).toWellFormed())
    },
    end() {
      const last = line === '' ? '' : finishLine()
      const open = fence ? closeFence(fence) : closeRun()
      return echo.push((last + open).toWellFormed()) + echo.end()
    },
    isOnlyCode: () => leftOut && letters < LETTERS_MIN,
    repeatsInstructions: () => echo.hasEcho(),
  }
}

function closes(line: string, marker: string): boolean {
  const text = line.replace(/^[\s>]*/, '').trimEnd()
  return text.length >= marker.length && text === text[0]?.repeat(text.length) && text.startsWith(marker)
}

function firstSentence(line: string): string {
  return sentencesOf(line)[0] ?? ''
}

/** A line in pieces: each ends where a sentence does, outside code, and the last is what comes after. */
function sentencesOf(line: string): string[] {
  const pieces: string[] = []
  let from = 0
  let open = 0
  for (const { 0: mark, index } of line.matchAll(/`+|[.?!][)"'*_”’]*\s+/g)) {
    if (mark.startsWith('`')) open = open === 0 ? mark.length : mark.length === open ? 0 : open
    else if (open === 0 && !/^\s*\d{1,3}$/.test(line.slice(from, index))) {
      pieces.push(line.slice(from, index + mark.length))
      from = index + mark.length
    }
  }
  return [...pieces, line.slice(from)]
}
