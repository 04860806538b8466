/** Unit of a bare number. */
export type Unit = 'seconds' | 'minutes' | 'hours'

const MINUTES_MAX = 1440
const perMinute: Record<Unit, number> = { seconds: 1 / 60, minutes: 1, hours: 60 }

const number = String.raw`\d{1,5}(?:[.,]\d{1,3})?`
const hours = String.raw`(?<hours>${number})\s?(?:h|hrs?|hours?)`
const minutes = String.raw`(?<minutes>${number})\s?(?:m|mins?|minutes?|['′])`
const seconds = String.raw`(?<seconds>${number})\s?(?:s|secs?|seconds?|["″])`
const and = String.raw`\.?,?\s?(?:and\s)?`
const forms = [
  new RegExp(`^(?:${hours})?(?:${and}${minutes})?(?:${and}${seconds})?\\.?$`, 'iu'),
  new RegExp(`^${hours}\\s?(?<minutes>[0-5]?\\d)$`, 'iu'),
  /^(?<hours>\d{1,2}):(?<minutes>[0-5]\d):(?<seconds>[0-5]\d)(?:\.\d+)?$/u,
  /^PT(?=\d)(?:(?<hours>\d{1,2})H)?(?:(?<minutes>\d{1,4})M)?(?:(?<seconds>\d{1,5})S)?$/iu,
]
const spoken = String.raw`${number}\s?(?:h|hrs?|hours?)(?:${and}\d{1,2}(?:\s?(?:m|mins?|minutes?))?)?|${number}\s?(?:m|mins?|minutes?)(?:${and}\d{1,2}\s?(?:s|secs?|seconds?))?|\d{1,2}:\d{2}:\d{2}|\d{1,3}:\d{2}|${number}\s?(?:secs?|seconds?)`
const inText = new RegExp(String.raw`(?<![\p{L}\p{N}_:.,-])[~≈]?\s?(?:${spoken})(?![\p{L}\p{N}_:])`, 'giu')

/** How a document's pairs such as 1:20 are meant. */
export type PairUnit = 'h:mm' | 'm:ss' | undefined

/** Reads a time that was spent, in whole minutes from 1 to 1440; undefined when it cannot be read. */
export function readMinutes(text: string, options: { unit: Unit; pairs: PairUnit }): number | undefined {
  const words = text.trim().replace(/^[~≈]\s?|^(?:about|ca\.?)\s/iu, '')
  const bare = new RegExp(`^${number}$`, 'u').test(words) ? inUnit(words, options.unit) : undefined
  const pair = options.pairs ? readPair(words, options.pairs) : undefined
  return bounded(bare ?? pair ?? fromForms(words))
}

function fromForms(text: string): number | undefined {
  for (const form of forms) {
    const groups = form.exec(text)?.groups
    if (!groups) continue
    const parts = (['hours', 'minutes', 'seconds'] as const).filter((unit) => groups[unit] !== undefined)
    if (parts.length > 0) return parts.reduce((sum, unit) => sum + inUnit(groups[unit] ?? '', unit), 0)
  }
  return undefined
}

function inUnit(text: string, unit: Unit): number {
  return Number(text.replace(',', '.')) * perMinute[unit]
}

function readPair(text: string, unit: 'h:mm' | 'm:ss'): number | undefined {
  const [, first, second] = /^(\d{1,3}):([0-5]\d)$/.exec(text) ?? []
  if (first === undefined || second === undefined) return undefined
  return unit === 'h:mm' ? Number(first) * 60 + Number(second) : Number(first) + Number(second) / 60
}

function bounded(value: number | undefined): number | undefined {
  const whole = value === undefined ? 0 : Math.round(value)
  return whole >= 1 && whole <= MINUTES_MAX ? whole : undefined
}

/** A pair such as 1:20, which may be hours and minutes or minutes and seconds. */
export function isPair(text: string): boolean {
  return /^\d{1,3}:[0-5]\d$/.test(text.trim())
}

/** The one reading that all pairs of a document allow: 0:25 can only be hours, 75:10 only minutes. */
export function pairUnitOf(texts: string[]): PairUnit {
  const pairs = texts.filter(isPair)
  const allows = (unit: 'h:mm' | 'm:ss') =>
    pairs.every((text) => {
      const value = readPair(text.trim(), unit) ?? 0
      return value >= 1 && value <= MINUTES_MAX
    })
  if (pairs.length === 0 || allows('h:mm') === allows('m:ss')) return undefined
  return allows('h:mm') ? 'h:mm' : 'm:ss'
}

/** Takes the times spent out of a line: the text with gaps where they were, and the times. */
export function takeMinutes(text: string, gap: string): { rest: string; minutes: string[] } {
  const found: string[] = []
  const rest = text.replace(inText, (one) => {
    found.push(one.trim())
    return gap
  })
  return { rest, minutes: found }
}
