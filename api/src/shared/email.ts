import { z } from 'zod'

/** RFC 5321: 64 octets before the @, 254 in all. */
const longestLocalPart = 64
const longestAddress = 254

/** A dot-atom: no quotes, comments or spaces, which some servers read in ways of their own. */
const localPart = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/
const label = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/
/** Scripts that are written together in one word; any other mixture passes letters off for others. */
const scriptsTogether = [
  /^[\p{Script=Latin}]+$/u,
  /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]+$/u,
  /^[\p{Script=Han}\p{Script=Hangul}]+$/u,
  /^[\p{Script=Han}\p{Script=Bopomofo}]+$/u,
  ...[
    'Cyrillic',
    'Greek',
    'Arabic',
    'Hebrew',
    'Thai',
    'Devanagari',
    'Bengali',
    'Tamil',
    'Georgian',
    'Armenian',
  ].map((script) => new RegExp(`^\\p{Script=${script}}+$`, 'u')),
]

/**
 * The one form of an email address, or null for what is none or could be read in two ways: several @, quotes,
 * comments, control characters, a domain that mixes scripts. Before the @ only ASCII counts, as it is: a letter that
 * merely folds to one (K of Kelvin, ſ, ａ) belongs to another mailbox. `a+b@` stays an address of its own: not every
 * server reads the plus the same. A domain of other scripts becomes its ASCII form, which is what people are shown.
 */
export function normaliseEmail(given: string): string | null {
  if (given.length > 2 * longestAddress || hasControlCharacter(given)) return null
  const [local = '', domain, ...more] = given.trim().split('@')
  if (domain === undefined || more.length > 0 || !localPart.test(local)) return null
  const ascii = asciiDomain(domain.normalize('NFKC').toLowerCase())
  if (!ascii || local.length > longestLocalPart) return null
  const address = `${local.toLowerCase()}@${ascii}`
  return address.length > longestAddress ? null : address
}

/** An email address in any way of writing it; its one form comes out. Both processes accept the same ones. */
export const emailSchema = z
  .string()
  .transform((given, context) => {
    const address = normaliseEmail(given)
    if (address !== null) return address
    context.addIssue('An email address.')
    return z.NEVER
  })
  .meta({ format: 'email', maxLength: longestAddress })

function asciiDomain(domain: string): string | null {
  // The parser of addresses would take these for the end of the host, or for a number.
  if (/[\s@/:?#[\]\\%,;<>()"]/.test(domain) || /^[\d.]+$/.test(domain)) return null
  if (!domain.split('.').every(isOfOneScript) || !URL.canParse(`http://${domain}`)) return null
  const ascii = new URL(`http://${domain}`).hostname
  const labels = ascii.split('.')
  const topLevel = labels.at(-1) ?? ''
  const isName = labels.length > 1 && labels.every((each) => label.test(each)) && !/^\d+$/.test(topLevel)
  return isName ? ascii : null
}

function isOfOneScript(part: string): boolean {
  const letters = part.replace(/[\p{Script=Common}\p{Script=Inherited}]/gu, '')
  if (letters === '') return true
  // A mark or a sign beside letters of another script is a mixture, too: only ASCII ones are common to all.
  const isPlain = /^[\p{L}\p{M}0-9-]*$/u.test(part)
  return isPlain && scriptsTogether.some((scripts) => scripts.test(letters))
}

function hasControlCharacter(text: string): boolean {
  return /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(text) || !text.isWellFormed()
}
