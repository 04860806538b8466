import type { Problem } from './judge.types.ts'
import { includes, match, slice, toNumber, toText } from './primordials.ts'

/** Lines that `new Function` puts before the learner's first. */
const HEADER_LINES = 2
const MOST_CHARACTERS = 2_000
/** A call that is written over some lines has its arguments on these. */
const CALL_LINES = 4
/** Fewer calls than this in a stack of fifty: it was not recursion that filled it. */
const DEEP = 30

/** Describes a value that a learner's code threw: it may be anything, and may throw again when it is read. */
export function describeThrown(thrown: unknown, code = ''): Problem {
  try {
    if (thrown instanceof Error) {
      const stack = typeof thrown.stack === 'string' ? thrown.stack : ''
      const line = lineOf(stack)
      const message = explain(`${thrown.name}: ${thrown.message}`, { stack, line, code })
      return { message: cut(message), ...(line !== null && { line }) }
    }
    return { message: cut(`Your code threw ${toText(thrown)}.`) }
  } catch {
    return { message: 'Your code threw something that cannot be shown.' }
  }
}

function lineOf(stack: string): number | null {
  const found = match(/solution\.js:(\d+)/, stack)
  return found ? toNumber(found[1]) - HEADER_LINES : null
}

function explain(text: string, where: { stack: string; line: number | null; code: string }): string {
  if (includes(text, 'too many function arguments')) return `${text}. ${TOO_MANY}`
  if (includes(text, 'Invalid array length'))
    return `${text}. An array is to have fewer than none, or more than 4 billion, places.`
  if (!includes(text, 'Maximum call stack') && !includes(text, 'too much recursion')) return text
  if (isDeep(where.stack)) return `${text}. The recursion goes too deep, or does not end.`
  if (match(/\.\.\.|\.apply\(|Reflect\.(apply|construct)/, lineAt(where)) !== null)
    return `${text}. ${TOO_MANY}`
  return `${text}. A built-in function ran out of stack: it was given too many arguments, or something nested too deeply.`
}

const TOO_MANY =
  'That is too many arguments for one call, not recursion: `...` hands every value over as an argument of its own. Use a loop, or reduce.'

/** Engines whose stacks cannot be counted are taken to mean recursion. */
function isDeep(stack: string): boolean {
  let count = 0
  let from = 0
  for (let at = 0; at < stack.length; at++) {
    if (stack[at] !== '\n') continue
    if (includes(slice(stack, from, at), ' at ')) count++
    from = at + 1
  }
  return count === 0 || count >= DEEP
}

function lineAt({ line, code }: { line: number | null; code: string }): string {
  if (line === null) return code
  let current = 1
  let text = ''
  for (let at = 0; at < code.length; at++) {
    if (code[at] === '\n') current++
    else if (current >= line && current < line + CALL_LINES) text += code[at]
  }
  return text
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${slice(text, 0, MOST_CHARACTERS)}…` : text
}
