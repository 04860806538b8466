import { readCatalogue } from '@codify/seeds'
import { type ParsedLine, parseHistory } from './history.models.ts'
import type { DayOrder } from './history-dates.ts'
import { createLookup, type Named } from './history-lookup.ts'

const { problems } = await readCatalogue()

/** The catalogue as a lookup takes it. */
export const catalogue: Named[] = problems.map((problem) => ({ ...problem, own: false }))

const own = ['Onsite of 2026-01-02', 'https://example.org/q/7?x=1,2'] as const
const find = createLookup([
  ...catalogue,
  { id: 'own', slug: 'own-1', number: 1_000_001, title: own[0], url: own[1], own: true },
])

type Options = { timeZone?: string; dayOrder?: DayOrder }
type Said = (string | number | null)[]

/** Reads texts as a learner of the whole catalogue would have them read. */
export function createReader({ now }: { now: Date }) {
  function read(text: string, options: Options = {}) {
    const { lines } = parseHistory({
      text,
      find,
      now,
      learnerDay: { timeZone: options.timeZone ?? 'UTC', dayStartHour: 0 },
      ...options,
    })
    return lines.map((line) => ({
      line: line.line,
      text: line.text,
      said: saidOf(line),
      note: line.kind === 'attempt' ? line.note : null,
    }))
  }
  return {
    read,
    /** The line of the names of columns. */
    headerOf: (text: string) =>
      parseHistory({ text, find, now, learnerDay: { timeZone: 'UTC', dayStartHour: 0 } }).header?.line,
    /** Returns the result for the only line. */
    one(text: string, options?: Options): Said {
      const lines = read(text, options)
      return lines[0] && lines.length === 1 ? lines[0].said : [`${lines.length} lines`]
    },
  }
}

function saidOf(line: ParsedLine): Said {
  if (line.kind === 'unknown') return ['not understood', line.reason]
  if (line.kind === 'left_out') return ['left out', line.problem?.slug ?? null, line.reason]
  const when = 'day' in line.when ? line.when.day : `${line.when.ask}?`
  return [line.problem.slug, line.outcome, when, line.minutes]
}
