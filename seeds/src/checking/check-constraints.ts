import type { Exercise } from '../exercises/read-exercises.ts'
import { expandInput } from '../judge/expand-input.ts'
import type { Json } from '../judge/judge.types.ts'
import { typeOf } from '../judge/value-types.ts'

type Range = { least: number; most: number }
/** Ranges from the constraints on the one long argument; undefined where the constraints use unusual words. */
type Promised = { count: Range | undefined; values: Range | undefined }

const NUMBER = '(?:[−-]?(?:\\d+·)?\\d[\\d,]*[⁰¹²³⁴⁵⁶⁷⁸⁹]*(?: − 1)?)'
const COUNT = new RegExp(`^(${NUMBER}) to (${NUMBER}) ([a-z]+)`)
const VALUES = new RegExp(
  `(?:\\beach|\\bEach [a-z ]+ is|\\b[Vv]alues(?: are)?|\\blie) between (${NUMBER}) and (${NUMBER})`,
)
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹'
const unitsOf: Record<string, RegExp> = {
  ListNode: /^nodes$/,
  TreeNode: /^nodes$/,
  string: /^(characters|digits)$/,
  'string[]': /^words$/,
  'int[]': /^(?!nodes$|words$|rows$|characters$)/,
  'int[][]': /^(rows|intervals|meetings)$/,
}

/**
 * Holds the tests of an exercise of one long argument against its constraints, where those say in the usual words how
 * long it is and how large its numbers are: none goes beyond, the shortest is there, and a negative number where one may be.
 */
export function checkConstraints({ facts, tests }: Exercise): string[] {
  const { call } = facts
  if (call.kind !== 'function') return []
  const long = call.params.flatMap(({ type }, at) => (type in unitsOf ? [{ type, at }] : []))
  const [only, ...others] = long
  if (only === undefined || others.length > 0) return []
  const { count, values } = readConstraints(facts.constraints, only.type)
  const faults: string[] = []
  let shortest = Number.POSITIVE_INFINITY
  let smallest = Number.POSITIVE_INFINITY
  for (const test of tests) {
    const input = expandInput('args' in test ? { args: test.args } : { steps: test.steps })
    if (!('args' in input)) continue
    const measured = measure(input.args[only.at] ?? null)
    shortest = Math.min(shortest, measured.count)
    smallest = Math.min(smallest, measured.values.least)
    const outside = (range: Range | undefined, { least, most }: Range) =>
      range !== undefined && (least < range.least || most > range.most)
    if (outside(count, { least: measured.count, most: measured.count }))
      faults.push(`tests.json, "${test.name}": ${measured.count} long, against the constraints.`)
    if (outside(values, measured.values))
      faults.push(
        `tests.json, "${test.name}": numbers from ${measured.values.least} to ${measured.values.most}, against the constraints.`,
      )
  }
  if (count !== undefined && shortest > count.least)
    faults.push(`tests.json: none is as short as the constraints allow (${count.least}).`)
  if (values !== undefined && values.least < 0 && smallest >= 0)
    faults.push('tests.json: none has a negative number, which the constraints allow.')
  return faults
}

/** Reads "1 to 200,000 numbers, each between −10⁹ and 10⁹." and the like. */
export function readConstraints(constraints: string[], type: string): Promised {
  const promised: Promised = { count: undefined, values: undefined }
  for (const text of constraints) {
    const [, least, most, unit = ''] = COUNT.exec(text) ?? []
    if (least !== undefined && most !== undefined && unitsOf[type]?.test(unit))
      promised.count ??= { least: numberOf(least), most: numberOf(most) }
    // A constraint that names one argument does not apply to others.
    const [, smallest, largest] = text.startsWith('`') ? [] : (VALUES.exec(text) ?? [])
    if (smallest !== undefined && largest !== undefined && typeOf(type).base !== 'string')
      promised.values ??= { least: numberOf(smallest), most: numberOf(largest) }
  }
  return promised
}

/** `−2·10⁹`, `2³¹ − 1`, `200,000`. */
function numberOf(text: string): number {
  const [main = '', less] = text.split(' − ')
  const [, sign, factor = '1', base = '', power = ''] =
    /^([−-]?)(?:(\d+)·)?([\d,]+)([⁰¹²³⁴⁵⁶⁷⁸⁹]*)$/.exec(main) ?? []
  const exponent = [...power].map((digit) => superscripts.indexOf(digit)).join('')
  const value = Number(factor) * Number(base.replaceAll(',', '')) ** Number(exponent || 1)
  return (sign === '' ? value : -value) - Number(less ?? 0)
}

/** How many members, and the least and greatest number anywhere within. */
function measure(given: Json): { count: number; values: Range } {
  const members = membersOf(given)
  const values = { least: Number.POSITIVE_INFINITY, most: Number.NEGATIVE_INFINITY }
  const look = (value: Json) => {
    if (Array.isArray(value)) for (const one of value) look(one)
    else if (typeof value === 'number') {
      values.least = Math.min(values.least, value)
      values.most = Math.max(values.most, value)
    }
  }
  if (typeof members !== 'string') look(members)
  return { count: members.length, values }
}

/** The nodes of a list or tree, the members of an array, a text itself. */
function membersOf(given: Json): string | Json[] {
  if (typeof given === 'string') return given
  if (Array.isArray(given)) return given.filter((one) => one !== null)
  if (given !== null && typeof given === 'object' && Array.isArray(given.values)) return given.values
  return []
}
