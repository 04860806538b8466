import { distance } from 'fastest-levenshtein'
import { wallTimeAt } from './zone-clock.ts'

/**
 * Names of before that Intl still gives in Node and Chromium, and the names that the IANA database and people use now.
 * Either is accepted.
 */
const presentNames: Readonly<Record<string, string>> = {
  'Africa/Asmera': 'Africa/Asmara',
  'America/Buenos_Aires': 'America/Argentina/Buenos_Aires',
  'America/Catamarca': 'America/Argentina/Catamarca',
  'America/Cordoba': 'America/Argentina/Cordoba',
  'America/Godthab': 'America/Nuuk',
  'America/Indianapolis': 'America/Indiana/Indianapolis',
  'America/Jujuy': 'America/Argentina/Jujuy',
  'America/Louisville': 'America/Kentucky/Louisville',
  'America/Mendoza': 'America/Argentina/Mendoza',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Rangoon': 'Asia/Yangon',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
  'Europe/Kiev': 'Europe/Kyiv',
  'Pacific/Enderbury': 'Pacific/Kanton',
  'Pacific/Ponape': 'Pacific/Pohnpei',
  'Pacific/Truk': 'Pacific/Chuuk',
}

/** Names of three letters in the IANA database; ICU knows more of its own (IST, BST), which several places share. */
const shortNames = new Set('CET EET EST GMT HST MET MST PRC ROC ROK UCT UTC WET'.split(' '))
/** Names of ICU that are none of the IANA database. */
const ofNoPlace = /^(?:SystemV\/|Etc\/Unknown$)/i
const namesOfUtc = new Set(['UTC', 'GMT', 'Etc/UTC', 'Etc/GMT'])

// Making a formatter takes a tenth of a millisecond; there are only as many canonical names as zones.
const canonicalNames = new Set<string>()

/**
 * The one name under which a time zone is stored, of any name or alias that Intl knows, in any case; undefined for
 * anything else. Offsets and abbreviations are no zones; `Etc/GMT+5` is one of the IANA database (five hours *behind*
 * UTC) and accepted, but never offered.
 */
export function canonicalTimeZone(name: string): string | undefined {
  if (canonicalNames.has(name)) return name
  const asked = name.trim()
  if (!/^[a-z]/i.test(asked) || ofNoPlace.test(asked)) return undefined
  if (/^[a-z]{3}$/i.test(asked) && !shortNames.has(asked.toUpperCase())) return undefined
  try {
    const known = new Intl.DateTimeFormat('en', { timeZone: asked }).resolvedOptions().timeZone
    if (ofNoPlace.test(known)) return undefined
    const canonical = namesOfUtc.has(known) ? 'UTC' : known
    canonicalNames.add(canonical)
    return canonical
  } catch {
    return undefined
  }
}

/** The zone that a stored name means: UTC where this Node does not know it, and then the name as `unknown`. */
export function readTimeZone(stored: string): { timeZone: string; unknown: string | null } {
  const timeZone = canonicalTimeZone(stored)
  return timeZone === undefined ? { timeZone: 'UTC', unknown: stored } : { timeZone, unknown: null }
}

/** The zone that a browser says it is in; UTC where it says nothing, an offset or `Etc/Unknown`. */
export function browserTimeZone(said: string | undefined): string {
  return canonicalTimeZone(said ?? '') ?? 'UTC'
}

/** Every zone to choose from, once: its canonical name, and the name to show. `current` is always among them. */
export function timeZoneOptions(current: string): { value: string; label: string }[] {
  const names = new Set([canonicalTimeZone(current) ?? current, ...places()])
  names.delete('UTC')
  const options = [...names].map((value) => ({ value, label: labelOf(value) }))
  return [{ value: 'UTC', label: 'UTC' }, ...options.sort((a, b) => (a.label < b.label ? -1 : 1))]
}

/** Canonical already, says ECMA-402; some browsers add what is of no place. */
function places(): string[] {
  return Intl.supportedValuesOf('timeZone').filter((name) => name.includes('/') && !name.startsWith('Etc/'))
}

/** A zone's name as it is shown: `America/New York`. */
export function labelOf(timeZone: string): string {
  return presentName(timeZone).replaceAll('_', ' ')
}

function presentName(timeZone: string): string {
  return presentNames[timeZone] ?? timeZone
}

/** Why a name is no time zone, and the nearest names that are. */
export function refusalOf(name: string): string {
  const asked = name.trim()
  const minutes = parseOffset(asked)
  if (minutes !== undefined)
    return refusal(
      `${asked} is an offset, and the clocks of most places change theirs.`,
      nearestByOffset(minutes),
    )
  const meant = abbreviations[asked.toUpperCase()]
  if (meant) return refusal(`${asked} is an abbreviation, and not of one place.`, meant)
  return refusal(asked === '' ? '' : 'No time zone of this name is known.', nearestByName(asked))
}

function refusal(reason: string, places: readonly string[]): string {
  const [last = '', ...others] = places.toReversed()
  const list = others.length > 0 ? `${others.toReversed().join(', ')} or ${last}` : last
  return `${reason} Write a place, such as ${list}.`.trim()
}

const SUGGESTIONS = 4

/** Places that many people know, and one at least for every offset that is in use; most wanted first. */
const wellKnown = `UTC America/Los_Angeles America/Phoenix America/Denver America/Chicago America/New_York
  America/Sao_Paulo America/Argentina/Buenos_Aires Europe/London Europe/Berlin Africa/Lagos Europe/Athens
  Africa/Johannesburg Europe/Istanbul Africa/Nairobi Europe/Moscow Asia/Dubai Asia/Karachi Asia/Kolkata Asia/Dhaka
  Asia/Jakarta Asia/Shanghai Asia/Singapore Asia/Tokyo Asia/Seoul Australia/Brisbane Pacific/Guam Australia/Sydney
  Pacific/Auckland America/Anchorage Pacific/Honolulu America/Mexico_City America/Bogota America/Lima America/Halifax
  America/Caracas America/St_Johns America/Noronha America/Nuuk Atlantic/Azores Atlantic/Cape_Verde Africa/Accra
  Africa/Cairo Asia/Tehran Asia/Kabul Asia/Tashkent Asia/Kathmandu Asia/Almaty Asia/Yangon Asia/Bangkok Australia/Perth
  Australia/Eucla Australia/Darwin Australia/Adelaide Australia/Lord_Howe Pacific/Noumea Pacific/Fiji Pacific/Chatham
  Pacific/Tongatapu Pacific/Kiritimati Pacific/Marquesas Pacific/Pago_Pago`.split(/\s+/)

const abbreviations: Readonly<Record<string, readonly string[]>> = Object.fromEntries(
  Object.entries({
    'America/Los_Angeles': 'PST PDT PT',
    'America/Denver': 'MDT MT',
    'America/Chicago Asia/Shanghai': 'CST',
    'America/Chicago': 'CDT CT',
    'America/New_York': 'EDT ET',
    'America/Halifax': 'AST ADT',
    'America/St_Johns': 'NST NDT',
    'America/Anchorage': 'AKST AKDT',
    'America/Sao_Paulo': 'BRT',
    'America/Argentina/Buenos_Aires': 'ART AGT',
    'Europe/London': 'BST',
    'Europe/Lisbon': 'WEST',
    'Europe/Berlin Europe/Paris': 'CEST MEZ MESZ ECT',
    'Europe/Athens': 'EEST',
    'Europe/Moscow': 'MSK',
    'Africa/Lagos': 'WAT',
    'Africa/Johannesburg': 'SAST CAT',
    'Africa/Nairobi': 'EAT',
    'Asia/Kolkata Europe/Dublin Asia/Jerusalem': 'IST',
    'Asia/Dubai': 'GST',
    'Asia/Karachi': 'PKT PLT',
    'Asia/Jakarta': 'WIB',
    'Asia/Hong_Kong': 'HKT',
    'Asia/Singapore': 'SGT',
    'Asia/Tokyo': 'JST',
    'Asia/Seoul': 'KST',
    'Australia/Perth': 'AWST',
    'Australia/Adelaide Australia/Darwin': 'ACST ACDT ACT',
    'Australia/Sydney Australia/Brisbane': 'AEST AEDT AET',
    'Pacific/Auckland': 'NZST NZDT',
  }).flatMap(([places, names]) => names.split(' ').map((name) => [name, places.split(' ')])),
)

/** Minutes ahead of UTC of `+10:00`, `+0530`, `-12`, `UTC+2`, `GMT-5`, `Z`; undefined for what is no offset. */
function parseOffset(text: string): number | undefined {
  if (/^z$/i.test(text)) return 0
  const found = /^(?:UTC|GMT|Z)?\s*([+\-−±])\s*(\d{1,2})(?:[:.]?(\d{2}))?(?::?\d{2})?$/i.exec(text)
  if (!found) return undefined
  const [, sign, hours, minutes = '0'] = found
  return (sign === '+' ? 1 : -1) * (Number(hours) * 60 + Number(minutes))
}

/** Winter and summer of a year, wherever that is. */
const seasons = [Date.UTC(2026, 0, 15), Date.UTC(2026, 6, 15)]

/** Places whose clocks have an offset all year, then those that have it half of it; else those that come nearest. */
function nearestByOffset(minutes: number): string[] {
  const misses = wellKnown.map((place) => {
    const [winter = 0, summer = 0] = seasons.map((moment) =>
      Math.abs((wallTimeAt(place, moment) - moment) / 60_000 - minutes),
    )
    return { place, least: Math.min(winter, summer), most: Math.max(winter, summer) }
  })
  const least = Math.min(...misses.map((one) => one.least))
  const nearest = misses.filter((one) => one.least === least).sort((a, b) => a.most - b.most)
  return nearest.slice(0, SUGGESTIONS).map(({ place }) => place)
}

/** Names that differ in few letters, as a whole or in their last part; else some that everybody knows. */
function nearestByName(text: string): string[] {
  const plain = (name: string) =>
    name
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[\s_-]+/g, '_')
  const asked = plain(text)
  const names = new Set([...wellKnown, ...places().map(presentName), ...places()])
  const near = [...names]
    .map((name) => {
      const whole = plain(name)
      return {
        name,
        miss: Math.min(distance(asked, whole), distance(asked, whole.slice(whole.lastIndexOf('/') + 1))),
      }
    })
    .filter(({ miss }) => miss <= Math.max(1, Math.floor(asked.length / 3)))
    .sort((a, b) => a.miss - b.miss)
  const best = near.filter(({ miss }) => miss <= (near[0]?.miss ?? 0) + 1).map(({ name }) => name)
  return best.length > 0 && asked !== '' ? best.slice(0, SUGGESTIONS) : ['Europe/Berlin', 'America/New_York']
}
