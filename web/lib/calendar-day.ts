/** Calendar days are `YYYY-MM-DD` and belong to no time zone, so they are read and shown in UTC. */
const locale = 'en-GB'

const dayFormats = {
  /** Sat 21 Nov */
  short: { weekday: 'short', day: 'numeric', month: 'short' },
  /** Saturday 21 November */
  long: { weekday: 'long', day: 'numeric', month: 'long' },
  /** 21 Nov */
  date: { day: 'numeric', month: 'short' },
  /** 21 Nov 2026 */
  full: { day: 'numeric', month: 'short', year: 'numeric' },
  /** Sat */
  weekday: { weekday: 'short' },
} satisfies Record<string, Intl.DateTimeFormatOptions>

export function formatDay(day: string, style: keyof typeof dayFormats = 'short'): string {
  return format(new Date(`${day}T00:00:00Z`), { ...dayFormats[style], timeZone: 'UTC' })
}

/** 21 Nov – 18 Dec 2026; the year once, unless it changes on the way. */
export function formatDayRange(start: string, end: string): string {
  const sameYear = start.slice(0, 4) === end.slice(0, 4)
  return `${formatDay(start, sameYear ? 'date' : 'full')} – ${formatDay(end, 'full')}`
}

/** November 2026 */
export function formatMonth(day: string): string {
  return format(new Date(`${day}T00:00:00Z`), { month: 'long', year: 'numeric', timeZone: 'UTC' })
}

/** The day and time of a moment in a time zone: 21 Nov 2026, 18:05. */
export function formatMoment(moment: string, timeZone: string): string {
  const date = new Date(moment)
  const clock: Intl.DateTimeFormatOptions = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone }
  const time = new Intl.DateTimeFormat(locale, clock).format(date)
  return `${format(date, { ...dayFormats.full, timeZone })}, ${time}`
}

/** 45 min · 2 h · 2 h 15 min */
export function formatMinutes(minutes: number): string {
  const hours = Math.floor(minutes / 60)
  const rest = minutes % 60
  if (hours === 0) return `${rest} min`
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`
}

/** Joined by hand: browsers and servers differ in where they put commas. */
function format(date: Date, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, options)
    .formatToParts(date)
    .filter(({ type }) => type !== 'literal')
    .map(({ value }) => value)
    .join(' ')
}
