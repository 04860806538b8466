import { canonical, markOf } from './canonical.ts'
import type { CompareRule, Json } from './judge.types.ts'
import { count } from './size-of-input.ts'

/** Shorter results are read at a glance. */
const LONG = 120
const MOST_SHOWN = 80

type Given = { rule: CompareRule; expected: Json; got: Json }

/** Where two long results part, in words; null for short ones, and where it cannot be said. */
export function firstDifference({ rule, expected, got }: Given): string | null {
  if (markOf(expected)?.mark === '$digest')
    return `Your result${lengthWords(got)} is not the expected one, which is too long to be kept here.`
  if (rule === 'one-of' || JSON.stringify(expected).length + JSON.stringify(got).length < LONG) return null
  if (typeof expected === 'string' && typeof got === 'string') return textDifference(expected, got)
  if (!Array.isArray(expected) || !Array.isArray(got)) return null
  const lengths =
    expected.length === got.length
      ? ''
      : ` Your result has ${count(got.length)} values, ${count(expected.length)} are expected.`
  return rule === 'unordered' || rule === 'unordered-deep'
    ? freeDifference(rule, expected, got) + lengths
    : placeDifference(expected, got) + lengths
}

function placeDifference(expected: Json[], got: Json[]): string {
  const [path, want, came] = descend(expected, got)
  const place = path.map((at) => `[${at}]`).join('')
  if (want === undefined)
    return `The first difference is at ${place}: nothing more is expected, yours has ${shown(came)}.`
  if (came === undefined)
    return `The first difference is at ${place}: yours ends, ${shown(want)} is expected.`
  return `The first difference is at ${place}: got ${shown(came)}, expected ${shown(want)}.`
}

/** The way to the first place where they differ, and what stands there. */
function descend(
  expected: Json[],
  got: Json[],
): [path: number[], want: Json | undefined, came: Json | undefined] {
  const longest = Math.max(expected.length, got.length)
  for (let at = 0; at < longest; at++) {
    const [want, came] = [expected[at], got[at]]
    if (want !== undefined && came !== undefined && canonical('exact', want) === canonical('exact', came))
      continue
    if (Array.isArray(want) && Array.isArray(came)) {
      const [path, inner, other] = descend(want, came)
      return [[at, ...path], inner, other]
    }
    return [[at], want, came]
  }
  return [[], undefined, undefined]
}

/** Where the order is free: what is missing, and what is too much. */
function freeDifference(rule: CompareRule, expected: Json[], got: Json[]): string {
  const key = (one: Json) => canonical(rule === 'unordered-deep' ? rule : 'exact', one)
  const missing = except(expected, got, key)
  const extra = except(got, expected, key)
  const words = [
    missing === undefined ? '' : `${shown(missing)} is missing.`,
    extra === undefined ? '' : `${shown(extra)} is not expected.`,
  ]
  return words.filter(Boolean).join(' ')
}

/** The first value of one list that the other has not, or has less often. */
function except(values: Json[], others: Json[], key: (one: Json) => string): Json | undefined {
  const left = new Map<string, number>()
  for (const one of others) left.set(key(one), (left.get(key(one)) ?? 0) + 1)
  return values.find((one) => {
    const times = left.get(key(one)) ?? 0
    left.set(key(one), times - 1)
    return times <= 0
  })
}

function textDifference(expected: string, got: string): string {
  let at = 0
  while (at < expected.length && expected[at] === got[at]) at++
  const lengths =
    expected.length === got.length
      ? ''
      : ` Yours has ${count(got.length)} characters, ${count(expected.length)} are expected.`
  const from = (text: string) => (at >= text.length ? 'the end' : JSON.stringify(text.slice(at, at + 20)))
  return `The first difference is at character ${count(at + 1)}: got ${from(got)}, expected ${from(expected)}.${lengths}`
}

function lengthWords(got: Json): string {
  return Array.isArray(got) ? ` of ${count(got.length)} values` : ''
}

function shown(value: Json | undefined): string {
  const text = JSON.stringify(value) ?? 'nothing'
  return text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}…` : text
}
