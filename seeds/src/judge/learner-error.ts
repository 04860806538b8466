import type { Problem } from './judge.types.ts'
import { includes, match, slice, toNumber, toText } from './primordials.ts'

/** Lines that `new Function` puts before the learner's first. */
const HEADER_LINES = 2
const MOST_CHARACTERS = 2_000

/** What a learner's code threw, as something to show: it may be anything, and may throw again when it is looked at. */
export function describeThrown(thrown: unknown): Problem {
  try {
    if (thrown instanceof Error) {
      const line = lineOf(typeof thrown.stack === 'string' ? thrown.stack : '')
      return { message: cut(explain(`${thrown.name}: ${thrown.message}`)), ...(line !== null && { line }) }
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

function explain(text: string): string {
  if (includes(text, 'Maximum call stack') || includes(text, 'too much recursion')) {
    return `${text}. The recursion goes too deep, or does not end.`
  }
  if (
    match(/Unexpected (token|keyword) '(export|import)'|import statement|Cannot use import/, text) !== null
  ) {
    return `${text}. Leave out import and export: everything stands in this one file.`
  }
  return text
}

function cut(text: string): string {
  return text.length > MOST_CHARACTERS ? `${slice(text, 0, MOST_CHARACTERS)}…` : text
}
