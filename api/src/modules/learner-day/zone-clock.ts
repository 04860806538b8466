const DAY_MS = 86_400_000
/** Shorter than the time between any two changes of one zone's clock since 1970, which a test proves. */
const CELL_MS = 4 * DAY_MS
/** Further ahead of UTC than any zone. */
const MOST_AHEAD_MS = 15 * 3_600_000

/** A time in which the clock of a zone keeps its offset from UTC: `from` is in it, `to` is not. Milliseconds. */
type Span = { from: number; to: number; offset: number }
type Zone = { format: Intl.DateTimeFormat; cells: Map<number, Span[]> }

// Asking Intl takes microseconds, and a year of attempts asks thousands of times; a zone has 92 cells a year.
const zones = new Map<string, Zone>()

/** The time a zone's clock shows at a moment, as milliseconds since 1970-01-01T00:00 on that clock. */
export function wallTimeAt(timeZone: string, moment: number): number {
  return moment + spanAt(timeZone, moment).offset
}

/**
 * The first moment at which the clock shows `wall` or, where a change of the clock leaves that time out, a later time:
 * with `end` the end of the gap, with `shift` as far after the gap as `wall` lies in it (RFC 5545, 3.3.5).
 */
export function momentShowing(timeZone: string, wall: number, inGap: 'end' | 'shift'): number {
  let span = spanAt(timeZone, wall - MOST_AHEAD_MS)
  for (;;) {
    const moment = wall - span.offset
    if (moment < span.to) return moment
    const next = spanAt(timeZone, span.to)
    if (wall - next.offset < next.from) return inGap === 'end' ? next.from : moment
    span = next
  }
}

function spanAt(timeZone: string, moment: number): Span {
  const zone = zoneOf(timeZone)
  const cell = Math.floor(moment / CELL_MS)
  let spans = zone.cells.get(cell)
  if (!spans) {
    spans = readSpans(zone, cell * CELL_MS)
    zone.cells.set(cell, spans)
  }
  const span = spans.find(({ to }) => moment < to)
  if (!span) throw new RangeError(`Not a moment: ${moment}.`)
  return span
}

function readSpans({ format }: Zone, from: number): Span[] {
  const to = from + CELL_MS
  const offset = readOffset(format, from)
  const after = readOffset(format, to)
  if (offset === after) return [{ from, to, offset }]
  let before = from
  let change = to
  while (change - before > 1) {
    const middle = Math.floor((before + change) / 2)
    if (readOffset(format, middle) === offset) before = middle
    else change = middle
  }
  return [
    { from, to: change, offset },
    { from: change, to, offset: after },
  ]
}

function readOffset(format: Intl.DateTimeFormat, moment: number): number {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, number>> = {}
  for (const { type, value } of format.formatToParts(moment)) part[type] = Number(value)
  const { year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0 } = part
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(moment / 1_000) * 1_000
}

function zoneOf(timeZone: string): Zone {
  let zone = zones.get(timeZone)
  if (!zone) {
    const digits = 'numeric'
    const format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: digits,
      month: digits,
      day: digits,
      hour: digits,
      minute: digits,
      second: digits,
    })
    zone = { format, cells: new Map() }
    zones.set(timeZone, zone)
  }
  return zone
}
