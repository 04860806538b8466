import type { Json } from './judge.types.ts'

/** Marks that are no generators: they stay for whoever decodes or compares. */
const OTHER_MARKS = new Set(['$node', '$result', '$digest', '$fill', '$any'])
const MOST_VALUES = 2_000_000

export class GeneratorError extends Error {}

/** Writes out every generator in a value. The same value gives the same result on every machine. */
export function expand(value: Json): Json {
  if (Array.isArray(value)) return value.map(expand)
  if (value === null || typeof value !== 'object') return value
  const mark = Object.keys(value).find((key) => key.startsWith('$'))
  if (mark === undefined) {
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, expand(one)]))
  }
  if (Object.keys(value).length > 1) fail(`${mark} stands with other keys.`)
  if (OTHER_MARKS.has(mark)) return value
  const generator = generators.get(mark)
  if (generator === undefined)
    fail(`There is no generator ${mark}; there is: ${[...generators.keys()].join(', ')}.`)
  return generator(value[mark] ?? null)
}

const generators = new Map<string, (given: Json) => Json>([
  ['$range', range],
  ['$repeat', repeat],
  ['$concat', concat],
  ['$join', join],
  ['$ints', ints],
  ['$text', text],
  ['$grid', grid],
])

function range(given: Json): Json {
  const [start, stop, step] = list(given, '$range').map((one) => number(one, '$range'))
  if (start === undefined || stop === undefined || step === undefined || step === 0) {
    fail('$range is [start, stop, step] with a step other than 0.')
  }
  const count = Math.max(0, Math.ceil((stop - start) / step))
  return times(count, (at) => start + at * step)
}

function repeat(given: Json): Json {
  const [value, count] = list(given, '$repeat')
  if (value === undefined || count === undefined) fail('$repeat is [value, count].')
  const expanded = expand(value)
  return times(number(count, '$repeat'), () => expanded)
}

function concat(given: Json): Json {
  const parts = list(given, '$concat').map(expand)
  if (parts.every((part) => typeof part === 'string')) return parts.join('')
  return parts.flatMap((part) =>
    Array.isArray(part) ? part : fail('$concat takes arrays alone or strings alone.'),
  )
}

function join(given: Json): Json {
  const [values, separator] = list(given, '$join')
  const expanded = expand(values ?? null)
  if (!Array.isArray(expanded) || typeof separator !== 'string') fail('$join is [array, separator].')
  return expanded.map(String).join(separator)
}

function ints(given: Json): Json {
  const { seed, count, min, max, distinct, sorted } = record(given, '$ints')
  const random = seeded(number(seed, '$ints'))
  const [n, low, high] = [number(count, '$ints'), number(min, '$ints'), number(max, '$ints')]
  const size = high - low + 1
  if (size < 1) fail('$ints needs max ≥ min.')
  const draw = () => low + Math.floor(random() * size)
  const values = distinct === true ? distinctInts({ n, low, size, draw, random }) : times(n, draw)
  return sorted === true ? values.sort((a, b) => a - b) : values
}

type Draw = { n: number; low: number; size: number; draw: () => number; random: () => number }

function distinctInts({ n, low, size, draw, random }: Draw): number[] {
  if (size < n) fail(`$ints cannot draw ${n} distinct numbers from ${size}.`)
  if (size > 2 * n) {
    const drawn = new Set<number>()
    while (drawn.size < n) drawn.add(draw())
    return [...drawn]
  }
  const all = times(size, (at) => low + at)
  for (let at = 0; at < n; at++) {
    const other = at + Math.floor(random() * (size - at))
    ;[all[at], all[other]] = [all[other] ?? 0, all[at] ?? 0]
  }
  return all.slice(0, n)
}

function text(given: Json): Json {
  const { seed, count, alphabet } = record(given, '$text')
  if (typeof alphabet !== 'string' || alphabet === '') fail('$text needs an alphabet.')
  const letters = [...alphabet]
  const random = seeded(number(seed, '$text'))
  return times(number(count, '$text'), () => letters[Math.floor(random() * letters.length)] ?? '').join('')
}

function grid(given: Json): Json {
  const { seed, rows, columns, values } = record(given, '$grid')
  const choices = list(values ?? null, '$grid')
  if (choices.length === 0) fail('$grid needs values.')
  const random = seeded(number(seed, '$grid'))
  const width = number(columns, '$grid')
  return times(number(rows, '$grid'), () =>
    times(width, () => choices[Math.floor(random() * choices.length)] ?? null),
  )
}

/** mulberry32: small, quick, and the same everywhere. */
export function seeded(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

function times<Value>(count: number, make: (at: number) => Value): Value[] {
  if (!Number.isInteger(count) || count < 0 || count > MOST_VALUES)
    fail(`${count} values cannot be generated.`)
  return Array.from({ length: count }, (_, at) => make(at))
}

function list(given: Json, name: string): Json[] {
  return Array.isArray(given) ? given : fail(`${name} takes an array.`)
}

function number(given: Json | undefined, name: string): number {
  return typeof given === 'number'
    ? given
    : fail(`${name} needs a number where there is ${JSON.stringify(given)}.`)
}

function record(given: Json, name: string): { [key: string]: Json } {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) fail(`${name} takes an object.`)
  return given
}

function fail(message: string): never {
  throw new GeneratorError(message)
}
