import { Temporal } from 'temporal-polyfill'

export type DayOrder = 'day_first' | 'month_first'

type Clock = { time: string | undefined; zone: string | undefined }
/** A day of the wall calendar, or a moment that is the same everywhere. */
export type Settled =
  | { kind: 'day'; day: string; time: string | undefined }
  | { kind: 'moment'; at: Temporal.Instant }

/** A date or time as the text gives it, before the time zone and the order of day and month are known. */
export type WhenSaid =
  | Settled
  /** Numbers whose order is open, such as 02/03/2026. */
  | ({ kind: 'numbers'; first: number; second: number; year: number } & Clock)
  /** "yesterday", or a date without its year: it depends on when it was written. */
  | { kind: 'vague' }

const time = String.raw`\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d{1,9})?)?(?:\s?[ap]\.?m\.?)?`
const zone = String.raw`(?:Z|(?:UTC|GMT)(?:[+-]\d{1,2}(?::?\d{2})?)?|[+-]\d{2}(?::?\d{2})?)`
const withZone = String.raw`(?:\s?\(?(?<zone>${zone})\)?(?:\s\([\w\s]{1,40}\))?)?`
/** In a cell a comma may part day and time. In a line it parts the day from minutes, unless am or pm follows. */
const clocks = {
  cell: String.raw`(?:(?:T|,?\s{1,3}(?:at\s)?)(?<time>${time})${withZone})?`,
  line: String.raw`(?:(?:T|\s{1,3}(?:at\s)?|,\s(?=[\d:]{4,8}\s?[ap]\.?m))(?<time>${time})${withZone})`,
  none: '',
}
const weekday = String.raw`(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s{1,3})?`
const month = `(?<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)`
const nth = String.raw`(?<day>\d{1,2})(?:st|nd|rd|th)?`

const formsWith = (clock: string) => [
  String.raw`(?<year>\d{4})(?<sep>[-/.])(?<month>\d{1,2})\k<sep>(?<day>\d{1,2})${clock}`,
  String.raw`${weekday}${nth}[\s.-]{0,3}(?:of\s)?${month}\.?[\s,.-]{0,3}(?<year>\d{4})${clock}`,
  String.raw`${nth}[\s-]${month}[\s-]'?(?<short>\d{2})(?!\s?(?:m|h|s|:|\d))`,
  String.raw`${weekday}${month}\.?[\s-]{0,3}${nth},?[\s-]{1,3}(?<year>\d{4})${clock}`,
  String.raw`(?<year>\d{4})[\s-]${month}[\s-]${nth}${clock}`,
  String.raw`(?<first>\d{1,2})(?<sep>[-/.])(?<second>\d{1,2})\k<sep>(?:(?<year>\d{4})|(?<short>\d{2}))${clock}`,
  String.raw`(?<unix>1\d{9}(?:\.\d{1,6})?|9\d{8}|1\d{12}|9\d{11})`,
  String.raw`(?<year>(?:19|20)\d{2})(?<month>\d{2})(?<day>\d{2})`,
]
const vague = [
  'today|tonight|yesterday|(?:the )?day before yesterday|now|recently|just now|earlier',
  String.raw`(?:this|last|past)\s(?:morning|afternoon|evening|night|week(?:end)?|month|year|spring|summer|autumn|fall|winter|(?:mon|tues|wednes|thurs|fri|satur|sun)day)`,
  String.raw`(?:\d{1,4}|an?|one|two|three|few|a few|several|some)\s?(?:d|h|m|w|mo|y|mins?|minutes?|hrs?|hours?|days?|weeks?|months?|years?)\sago`,
  '(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)day',
  String.raw`${weekday}\d{1,2}(?:st|nd|rd|th)?\s${month}`,
  String.raw`${weekday}${month.replace('<month>', '<month2>')}\s\d{1,2}(?:st|nd|rd|th)?`,
  String.raw`${month.replace('<month>', '<month3>')}\s\d{4}`,
]

const edge = (source: string) => String.raw`(?<![\p{L}\p{N}_/.:-])(?:${source})(?![\p{L}\p{N}_])`
const whole = formsWith(clocks.cell).map((form) => new RegExp(`^${form}$`, 'iu'))
const wholeVague = new RegExp(`^(?:${vague.join('|')})$`, 'iu')
/** A date with an impossible time may be a date beside a stopwatch; a lone 30 February is a date, and wrong. */
const inText = [
  ...formsWith(clocks.line).map((form) => ({ form, mayBeWrong: false })),
  ...[...formsWith(clocks.none), ...vague].map((form) => ({ form, mayBeWrong: true })),
].map(({ form, mayBeWrong }) => ({ form: new RegExp(edge(form), 'giu'), mayBeWrong }))

/** Reads a text that is a date and nothing else; undefined when it is none. */
export function readWhen(text: string): WhenSaid | undefined {
  const words = text.trim().replace(/\s+/g, ' ')
  if (words.length > 80) return undefined
  for (const form of whole) {
    const said = fromGroups(form.exec(words)?.groups)
    if (said) return said
  }
  return wholeVague.test(words) ? { kind: 'vague' } : undefined
}

/** Reads a cell of a column of dates, which may also hold the day numbers of a spreadsheet. */
export function readWhenCell(text: string): WhenSaid | undefined {
  const serial = /^(\d{5})(?:\.\d+)?$/.exec(text.trim())
  if (!serial) return readWhen(text)
  const day = Temporal.PlainDate.from('1899-12-30').add({ days: Number(serial[1]) })
  return { kind: 'day', day: day.toString(), time: undefined }
}

/** A line without any of these names no date, and most lines need no closer look. */
const mayDate = /\d|day|now|ago|night|recent|earlier|last|this|past/iu

/** True if a text is a date and nothing else, even one that the calendar does not have. */
export function isDateLike(text: string): boolean {
  if (readWhen(text)) return true
  if (!/\d/.test(text)) return false
  const { rest, dates } = takeDates(text, ' ')
  return dates.length > 0 && rest.trim() === ''
}

/** Takes the dates out of a line: the text with gaps where they were, and the dates. */
export function takeDates(text: string, gap: string): { rest: string; dates: string[] } {
  const dates: string[] = []
  let rest = text
  if (!mayDate.test(text)) return { rest, dates }
  for (const { form, mayBeWrong } of inText)
    rest = rest.replace(form, (found) => {
      if (!mayBeWrong && !readWhen(found)) return found
      dates.push(found)
      return gap
    })
  return { rest, dates }
}

const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

function fromGroups(groups: Record<string, string | undefined> | undefined): WhenSaid | undefined {
  if (!groups) return undefined
  if (groups.unix !== undefined) return fromUnix(groups.unix)
  const clock = { time: groups.time && readTime(groups.time), zone: groups.zone }
  if (groups.time !== undefined && clock.time === undefined) return undefined
  const year = Number(groups.year ?? `20${groups.short}`)
  // 01/02/03 may begin with its year.
  if (groups.year === undefined && Number(groups.short) < 10) return undefined
  if (groups.first !== undefined) {
    const numbers = { first: Number(groups.first), second: Number(groups.second), year, ...clock }
    const said = { kind: 'numbers' as const, ...numbers }
    return inOrder(said, 'day_first') || inOrder(said, 'month_first') ? said : undefined
  }
  const name = groups.month?.slice(0, 3).toLowerCase() ?? ''
  const number = /^\d/.test(name) ? Number(groups.month) : monthNames.indexOf(name) + 1
  const day = dayOf({ year, month: number, day: Number(groups.day) })
  return day === undefined ? undefined : settled(day, clock)
}

/** A day with a time and a zone is a moment. */
function settled(day: string, { time: at, zone: name }: Clock): Settled | undefined {
  if (name === undefined || at === undefined) return { kind: 'day', day, time: at }
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(name) ?? []
  if (Number(hours) > 14 || Number(minutes) > 59) return undefined
  const offset = `${sign}${hours.padStart(2, '0')}:${minutes.padStart(2, '0')}`
  return { kind: 'moment', at: Temporal.Instant.from(`${day}T${at}${offset}`) }
}

/** Seconds since 1970, or milliseconds. */
function fromUnix(text: string): WhenSaid {
  const number = Number(text)
  return {
    kind: 'moment',
    at: Temporal.Instant.fromEpochMilliseconds(Math.round(number < 1e11 ? number * 1000 : number)),
  }
}

function readTime(text: string): string | undefined {
  const [, hours = '', minutes = '', seconds = '00', half] =
    /^(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d+)?\s?(?:([ap])\.?m\.?)?$/i.exec(text) ?? []
  const hour = half === undefined ? Number(hours) : (Number(hours) % 12) + (/p/i.test(half) ? 12 : 0)
  if (hour > 23 || Number(minutes) > 59 || Number(seconds) > 59 || (half && Number(hours) > 12))
    return undefined
  return `${String(hour).padStart(2, '0')}:${minutes}:${seconds}`
}

function dayOf(fields: { year: number; month: number; day: number }): string | undefined {
  const { year, month: monthNumber, day } = fields
  if (monthNumber < 1 || monthNumber > 12 || day < 1) return undefined
  const last = Temporal.PlainYearMonth.from({ year, month: monthNumber }).daysInMonth
  return day > last ? undefined : Temporal.PlainDate.from({ year, month: monthNumber, day }).toString()
}

/** The date that two numbers and a year are in an order; undefined when there is none. */
export function inOrder(said: WhenSaid & { kind: 'numbers' }, order: DayOrder): Settled | undefined {
  const [number, monthNumber] = order === 'day_first' ? [said.first, said.second] : [said.second, said.first]
  const day = dayOf({ year: said.year, month: monthNumber, day: number })
  return day === undefined ? undefined : settled(day, said)
}

/** The order of day and month that a document's own dates leave; undefined when they leave both, or contradict. */
export function orderOf(all: WhenSaid[]): DayOrder | undefined {
  const numbers = all.filter((said) => said.kind === 'numbers')
  const dayFirst = numbers.every((said) => inOrder(said, 'day_first'))
  const monthFirst = numbers.every((said) => inOrder(said, 'month_first'))
  if (dayFirst === monthFirst) return undefined
  return dayFirst ? 'day_first' : 'month_first'
}
