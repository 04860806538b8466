import { expandInput } from './expand-input.ts'
import type { Call, Family, Json, TestInput } from './judge.types.ts'
import { countMembers } from './size-of-input.ts'

/** The small input of a family is smaller by this: so much that a cache of the processor, too small for the large one, is told from a power. */
const FACTOR = 8
/** Between what is wanted and the next power, nearer to the next: n log n and a slow memory are no n². */
const LEEWAY = 0.7
/** A program that is done sooner is quick enough, however it grows. */
const SHARE_OF_LIMIT = 0.15
/** The small input took so much less that it ended early: nothing can be read from it. */
const INCOMPARABLE = 2_000
const FEWEST = 400
/** So few are no part of what grows. */
const FEW = 16

/**
 * The power of the input's size that an exercise's best time grows by: 1 for O(n log n), and for O(rows · columns) of a grid, 2
 * for O(n²) or O(n · m) of two texts. Null where it is no power.
 */
export function growthOf(time: string, call: Call): number | null {
  if (time.includes('^')) return null
  const isGrid = call.kind === 'function' && call.params.some(({ type }) => type.endsWith('[][]'))
  return !isGrid && /[²·]/.test(time) ? 2 : 1
}

type Given = {
  call: Call
  input: TestInput
  growth: number | null | undefined
  limitMs: number
  large: boolean
}

/** The family of a large test: a part of its input, made by its own generators. Null where that cannot be had. */
export function familyOf({ call, input, growth, limitMs, large }: Given): Family | null {
  if (!large || growth === null || growth === undefined) return null
  const small = expandInput(partOf(call, input))
  const [before, after] = [countMembers(call, expandInput(input)), countMembers(call, small)]
  if (before < FEWEST || after === 0 || before / after < 2) return null
  return { small, fromMs: limitMs * SHARE_OF_LIMIT, most: (before / after) ** (growth + LEEWAY) }
}

/** True if a program grows too fast, judged by its times for both inputs of a family on the same machine. */
export function growsTooFast(
  { most }: Pick<Family, 'most'>,
  times: { ms: number; smallMs: number },
): boolean {
  const ratio = times.ms / Math.max(times.smallMs, 0.01)
  return ratio > most && ratio < INCOMPARABLE
}

function partOf(call: Call, input: TestInput): TestInput {
  if ('steps' in input)
    return {
      steps: input.steps.map((step) =>
        Array.isArray(step) ? step.map(shrink) : { ...step, over: shrink(step.over) },
      ),
    }
  const params = call.kind === 'function' ? call.params : []
  return { args: input.args.map((value, at) => (isShaped(params[at]?.type, value) ? value : shrink(value))) }
}

/** Trees of several parts have a shape that less of each part has not. */
function isShaped(type: string | undefined, value: Json): boolean {
  return (type === 'TreeNode' || type === 'GraphNode') && (Array.isArray(value) || hasMark(value, '$concat'))
}

function hasMark(value: Json, mark: string): boolean {
  return value !== null && typeof value === 'object' && !Array.isArray(value) && mark in value
}

function shrink(value: Json): Json {
  if (Array.isArray(value)) {
    if (value.length < FEWEST) return value.some(isLongMember) ? value.map(shrink) : value
    return value.slice(0, Math.ceil(value.length / FACTOR))
  }
  if (value === null || typeof value !== 'object') return value
  const { $range, $repeat, $concat, $join, $ints, $text, $grid } = value
  if (Array.isArray($range)) return { $range: shrinkRange($range) }
  if (Array.isArray($repeat)) return { $repeat: shrinkRepeat($repeat) }
  if (Array.isArray($concat)) return { $concat: $concat.map(shrink) }
  if (Array.isArray($join)) return { $join: [shrink($join[0] ?? null), $join[1] ?? ''] }
  if (isRecord($ints)) return { $ints: { ...$ints, count: part($ints.count) } }
  if (isRecord($text)) return { $text: { ...$text, count: part($text.count) } }
  if (isRecord($grid)) return { $grid: { ...$grid, rows: part($grid.rows) } }
  return 'values' in value ? { ...value, values: shrink(value.values ?? null) } : value
}

function isLongMember(one: Json): boolean {
  return one !== null && typeof one === 'object'
}

function isRecord(value: Json | undefined): value is { [key: string]: Json } {
  return value !== null && typeof value === 'object' && !Array.isArray(value)
}

/** Few are left as they are: a mark, a separator, the one that differs. */
function part(size: Json | undefined): number {
  return typeof size !== 'number' ? 0 : size < FEW ? size : Math.ceil(size / FACTOR)
}

function shrinkRange([start = 0, stop = 0, step = 1]: Json[]): Json[] {
  if (typeof start !== 'number' || typeof stop !== 'number' || typeof step !== 'number')
    return [start, stop, step]
  const size = Math.max(0, Math.ceil((stop - start) / step))
  return [start, start + part(size) * step, step]
}

/** Of rows that are generated themselves fewer, as they are. */
function shrinkRepeat([value = null, size = 0]: Json[]): Json[] {
  return typeof size === 'number' && size < FEW ? [shrink(value), size] : [value, part(size)]
}
