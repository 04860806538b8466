import { momentShowing, wallTimeAt } from './zone-clock.ts'

const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000

/** Decides when a learner's days begin. */
export type LearnerDay = {
  /** A canonical name (`canonicalTimeZone`). */
  timeZone: string
  /** The hour of the clock, 0 to 12, at which a day begins: what is before it belongs to the day before. */
  dayStartHour: number
}

/** The hour at which the day of a learner begins who has chosen none (decision 114). */
export const DAY_START_HOUR = 0

/** The learner's day, `YYYY-MM-DD`, at a moment. */
export function dayAt(moment: Date | number, { timeZone, dayStartHour }: LearnerDay): string {
  const at = Number(moment)
  const day = Math.floor((wallTimeAt(timeZone, at) - dayStartHour * HOUR_MS) / DAY_MS)
  return dateOf(isLeftOut(timeZone, day, at) ? day - 1 : day)
}

/** The moment at which the learner's day begins: later than its hour where a change of the clock leaves that out. */
export function startOfDay(date: string, { timeZone, dayStartHour }: LearnerDay): Date {
  const day = dayNumber(date)
  const start = (each: number) => momentShowing(timeZone, each * DAY_MS + dayStartHour * HOUR_MS, 'end')
  return new Date(isLeftOut(timeZone, day, start(day)) ? start(day + 1) : start(day))
}

/**
 * The moment of a learner's day at which the clock shows `time`, `HH:MM`. A time before the hour at which the day
 * begins is that of the night at its end.
 */
export function momentOfDay(date: string, time: string, { timeZone, dayStartHour }: LearnerDay): Date {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  const day = dayNumber(date) + (hours < dayStartHour ? 1 : 0)
  return new Date(momentShowing(timeZone, day * DAY_MS + hours * HOUR_MS + minutes * 60_000, 'shift'))
}

/** The learner's next day; a date that the place's calendar leaves out (Samoa, 30 December 2011) is none. */
export function dayAfter(date: string, learnerDay: LearnerDay): string {
  return dayAt(startOfDay(addDays(date, 1), learnerDay), learnerDay)
}

/** True if a place skipped a whole date when it crossed the date line shortly before a moment. */
function isLeftOut(timeZone: string, day: number, moment: number): boolean {
  const jumped = wallTimeAt(timeZone, moment) - wallTimeAt(timeZone, moment - DAY_MS) >= 2 * DAY_MS
  if (!jumped) return false
  const begin = (each: number) => momentShowing(timeZone, each * DAY_MS, 'end')
  return begin(day) === begin(day + 1)
}

/** Days since 1970-01-01, for differences between calendar days. */
export function dayNumber(date: string): number {
  return Math.round(Date.parse(`${date}T00:00:00Z`) / DAY_MS)
}

export function addDays(date: string, days: number): string {
  return dateOf(dayNumber(date) + days)
}

/** The date of a day number. */
export function dateOf(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10)
}

/** ISO weekday, 1 (Monday) to 7. */
export function weekdayOf(date: string): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

type Hours = { hours_per_week: number; study_days: readonly number[] }

export function isStudyDay({ study_days }: Pick<Hours, 'study_days'>, date: string): boolean {
  return study_days.includes(weekdayOf(date))
}

/** True if a date lies within a break, both ends included. */
export function isOff(breaks: readonly { from: string; to: string }[], date: string): boolean {
  return breaks.some(({ from, to }) => from <= date && date <= to)
}

/** H0: at least this share of the time there is must be planned. */
export const LEAST_USED = 0.6
/** H3: a day may always hold this many minutes: one long problem. */
export const MIN_DAY_MINUTES = 45
/** H3: how far a day may go over an even share of the week. */
const MOST_OF_EVEN_SHARE = 1.5

/** H3: the most minutes of one week. */
export function weekLimit({ hours_per_week }: Pick<Hours, 'hours_per_week'>): number {
  return hours_per_week * 60
}

/** H3: the most minutes of one day. */
export function dayLimit(hours: Hours): number {
  return Math.max(MIN_DAY_MINUTES, (MOST_OF_EVEN_SHARE * weekLimit(hours)) / hours.study_days.length)
}
