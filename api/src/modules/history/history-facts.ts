import type { Unit } from './history-minutes.ts'
import type { Said } from './history-outcomes.ts'

/** How a row says that it went. `unsaid`: it has no place for it, so that it is one of a list of solved problems. */
export type OutcomeSaid =
  | { kind: 'said'; said: Said }
  | { kind: 'blank' }
  | { kind: 'unclear'; reason: string }
  /** Not about a problem at all, such as a heading. */
  | { kind: 'aside'; reason: string }
  | { kind: 'unsaid' }

/** Facts of one row or line, before problems are looked up. */
export type Facts = {
  line: number
  text: string
  links: string[]
  names: string[]
  /** LeetCode numbers; `sure` when nothing else can be meant. */
  numbers: { number: number; sure: boolean }[]
  dates: string[]
  outcome: OutcomeSaid
  minutes: { text: string; unit: Unit }[]
}

/** The facts of a line that says nothing yet. */
export function noFacts({ line, text }: { line: number; text: string }): Facts {
  const nothing = { links: [], names: [], numbers: [], dates: [], minutes: [] }
  return { line, text: text.trim(), ...nothing, outcome: { kind: 'unsaid' } }
}

const address = String.raw`(?:https?:\/\/|www\.|(?:leetcode\.(?:com|cn)|neetcode\.io|lintcode\.com)\/)`
const markdownLink = new RegExp(
  String.raw`!?\[([^\[\]]{0,300})\]\(\s*<?(${address}[^\s)>]{1,2000})>?[^)]{0,300}\)`,
  'giu',
)
const bareLink = new RegExp(String.raw`<?${address}[^\s<>"|]{1,2000}>?`, 'giu')

/** Takes links out of a text; the words of a Markdown link stay. */
export function takeLinks(
  text: string,
  isKnown: (url: string) => boolean,
): { rest: string; links: string[] } {
  const links: string[] = []
  const rest = text
    .replace(markdownLink, (_, words: string, url: string) => {
      links.push(url)
      return ` ${words} `
    })
    .replace(bareLink, (found) => {
      const url = found.replace(/^<|>$/g, '')
      // An address may hold commas; where it is none that we know, the first one parts it from what follows.
      const end = isKnown(url) ? url.length : url.search(/[,;]|[).:!?]+$|$/u)
      links.push(url.slice(0, end))
      return ` ${url.slice(end)} `
    })
  return { rest, links }
}

/** A number that stands alone, such as "217", "#217" or "LC 217". */
export function numberIn(text: string): { number: number; sure: boolean } | undefined {
  const [, name, digits] = /^(lc|leetcode)?[\s#-]{0,3}(\d{1,5})(?:\.0?)?$/i.exec(text.trim()) ?? []
  return digits === undefined ? undefined : { number: Number(digits), sure: name !== undefined }
}

const saidOrder = ['solved', 'tried', 'stuck', 'skipped', 'open'] as const

/** One outcome of all that a row says; they may not contradict each other. */
export function agreeOn(said: Said[]): OutcomeSaid {
  const [first, ...others] = saidOrder.filter((one) => said.includes(one))
  if (first === undefined) return { kind: 'unsaid' }
  if (others.length === 0) return { kind: 'said', said: first }
  const words = [first, ...others].map((one) => (one === 'open' ? 'not solved' : one))
  return { kind: 'unclear', reason: `It says ${words.join(' and ')}: keep one of them.` }
}

/** One outcome of what several cells say; a doubt of one stays where none says it plainly. */
export function combine(outcomes: OutcomeSaid[]): OutcomeSaid {
  const said = outcomes.flatMap((one) => (one.kind === 'said' ? [one.said] : []))
  if (said.length > 0) return agreeOn(said)
  return outcomes.find(({ kind }) => kind !== 'unsaid') ?? { kind: 'unsaid' }
}
