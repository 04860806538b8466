import type { Catalogue } from '../read-catalogue.ts'
import type { HintRow } from './read-library.ts'

const MOST_CHARACTERS = 300
const LEAST_CHARACTERS = 40
/** Brackets of code, assignments, calls and members; O(…) and numbers like 0.5 are none. */
const CODE = /[`{}]|;$|=|\[[^\]]*\]|\b(?!O\()[A-Za-z_]\w*\(|[a-z]\.[a-z]+\(/

/** Returns the faults of `seeds/hints.csv`: a line each, with the problem in front. */
export function checkHints(
  rows: HintRow[],
  exercises: ReadonlySet<string>,
  { problems, patterns }: Pick<Catalogue, 'problems' | 'patterns'>,
): string[] {
  const faults: string[] = []
  const titles = new Map(patterns.map(({ slug, title }) => [slug, title.toLowerCase()]))
  const bySlug = new Map(problems.map((problem) => [problem.slug, problem]))
  const seen = new Set<string>()
  const texts = new Map<string, string>()
  for (const row of rows) {
    const { external_id: id, about, hints } = row
    const fault = (text: string) => faults.push(`${id}: ${text}`)
    const problem = bySlug.get(id)
    if (problem === undefined) fault('no such problem in problems.csv.')
    if (seen.has(id)) fault('two rows.')
    seen.add(id)
    if (exercises.has(id)) fault('has an exercise, which carries its own hints: remove the row.')
    for (const [name, text] of Object.entries({
      about,
      hint_1: hints[0],
      hint_2: hints[1],
      hint_3: hints[2],
    })) {
      if (text.length < LEAST_CHARACTERS || text.length > MOST_CHARACTERS)
        fault(`${name} has ${text.length} characters; ${LEAST_CHARACTERS} to ${MOST_CHARACTERS} are wanted.`)
      if (CODE.test(text)) fault(`${name} looks like code: "${CODE.exec(text)?.[0]}".`)
      if (text !== text.trim() || !/[.?!]$/.test(text)) fault(`${name} must end like a sentence.`)
      const holder = texts.get(text)
      if (holder) fault(`${name} is the same as one of ${holder}.`)
      texts.set(text, id)
    }
    if (!/^Aim for [^.:;]*O\(/.test(hints[0])) fault('hint_1 must begin "Aim for …" and name O(…) first.')
    for (const pattern of problem?.patterns ?? []) {
      const title = titles.get(pattern)
      if (title?.includes(' ') && about.toLowerCase().includes(title))
        fault(`about names the pattern "${title}".`)
    }
  }
  return faults
}

/** The problems that have neither a row nor an exercise. */
export function missingHints(
  rows: HintRow[],
  exercises: ReadonlySet<string>,
  { problems }: Catalogue,
): string[] {
  const written = new Set(rows.map(({ external_id }) => external_id))
  return problems.map(({ slug }) => slug).filter((slug) => !written.has(slug) && !exercises.has(slug))
}
