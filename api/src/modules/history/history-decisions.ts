import type { Outcome } from '../../shared/outcomes.ts'
import { dayAt, type LearnerDay, momentOfDay } from '../learner-day/learner-day.models.ts'
import type { ParsedLine } from './history.models.ts'

type Attempted = Extract<ParsedLine, { kind: 'attempt' }>

/** An attempt of the learner that stands. */
export type Known = { problemId: string; outcome: Outcome; at: Date; key: string | null }

/** State of a line: `new` is saved; `undated` and `ambiguous` wait for an answer. */
export type State = 'new' | 'known' | 'repeated' | 'undated' | 'ambiguous'

export type Decided = { line: Attempted; state: State; day: string | null }
export type PastAttempt = {
  problemId: string
  outcome: Outcome
  minutes: number | null
  at: Date
  idempotencyKey: string
}

type Place = { now: Date; learnerDay: LearnerDay; date: string | undefined }

/**
 * Decides which lines of a paste are new to the history. A line counts once, also when it is pasted again under another
 * time zone: by the day on which it lies now, or by the date that its text named.
 */
export function decideHistory(
  lines: Attempted[],
  known: Known[],
  place: Place,
): { lines: Decided[]; attempts: PastAttempt[] } {
  const held = {
    ever: new Set(known.map(({ problemId, outcome }) => `${problemId} ${outcome}`)),
    days: new Set(known.map((one) => `${one.problemId} ${one.outcome} ${dayAt(one.at, place.learnerDay)}`)),
    keys: new Set(known.map(({ key }) => key)),
  }
  // Lines with dates first: one without adds nothing to them.
  const dated = new Map<Attempted, Decided>()
  const seen = new Set<string>()
  for (const line of lines) {
    const day = dayIn(line, place)
    if (day === null) continue
    const id = `${idOf(line)} ${day}`
    const isKnown = held.days.has(id) || held.keys.has(keyOf(line, day))
    dated.set(line, { line, day, state: isKnown ? 'known' : seen.has(id) ? 'repeated' : 'new' })
    seen.add(id).add(idOf(line))
  }
  const decided = lines.map((line): Decided => {
    const before = dated.get(line)
    if (before) return before
    if (!isUndated(line)) return { line, day: null, state: askOf(line) }
    const id = idOf(line)
    const state: State = held.ever.has(id)
      ? 'known'
      : seen.has(id)
        ? 'repeated'
        : place.date
          ? 'new'
          : 'undated'
    seen.add(id)
    return { line, day: state === 'undated' ? null : (place.date ?? null), state }
  })
  return { lines: decided, attempts: attemptsOf(decided, place) }
}

function attemptsOf(decided: Decided[], { now, learnerDay }: Place): PastAttempt[] {
  const fresh = decided.filter(({ state }) => state === 'new')
  const days = fresh.flatMap(({ line, day }) => ('day' in line.when && day !== null ? [day] : []))
  // A list that begins with its newest has the later ones of a day first.
  const isNewestFirst = (days[0] ?? '') > (days.at(-1) ?? '')
  return fresh.flatMap(({ line, day }, i) => {
    if (day === null) return []
    const place = isNewestFirst ? fresh.length - i : i
    const at = 'day' in line.when ? line.when.at : null
    return {
      problemId: line.problem.id,
      outcome: line.outcome,
      minutes: line.minutes,
      at: at && at <= now ? at : middayOf({ day, learnerDay, now, place }),
      idempotencyKey: keyOf(line, day),
    }
  })
}

/** The day of a line that names one, or whose word for it ("yesterday") was answered. */
function dayIn(line: Attempted, place: Place): string | null {
  if ('day' in line.when) return line.when.day
  return line.when.ask === 'date' && line.when.note !== null ? (place.date ?? null) : null
}

/** True if a line gives no date, so that any such attempt counts as the same. */
function isUndated({ when }: Attempted): boolean {
  return 'ask' in when && when.ask === 'date' && when.note === null
}

function askOf({ when }: Attempted): State {
  return 'ask' in when && when.ask === 'day_order' ? 'ambiguous' : 'undated'
}

function idOf({ problem, outcome }: Attempted): string {
  return `${problem.id} ${outcome}`
}

function keyOf(line: Attempted, day: string): string {
  return `history ${idOf(line)} ${'day' in line.when ? line.when.said : isUndated(line) ? 'some day' : day}`
}

/** A moment within a past day that is that day for the learner; later places come later. Never in the future. */
function middayOf(options: { day: string; learnerDay: LearnerDay; now: Date; place: number }): Date {
  const midday = momentOfDay(options.day, '12:00', options.learnerDay)
  const latest = options.now.getTime() - 10_000
  return new Date(Math.min(midday.getTime(), latest) + options.place)
}
