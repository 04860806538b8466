import fs from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { exerciseSlugs, readExerciseFacts } from '../exercises/index.ts'
import { LibraryError, type ParsedPage, type PatternPage, parsePage } from './parse-page.ts'

const seedsFolder = path.resolve(import.meta.dirname, '..', '..')

/** `about` is one sentence that says what kind of problem it is; null where an exercise has its own statement. */
export type ProblemHints = { about: string | null; hints: [string, string, string] }

const hintRow = z.strictObject({
  external_id: z.string().min(1),
  about: z.string(),
  hint_1: z.string(),
  hint_2: z.string(),
  hint_3: z.string(),
})
const threeHints = z.tuple([z.string(), z.string(), z.string()])

/** Every page of `seeds/patterns`, in order of their slugs. */
export async function readPatternPages(): Promise<PatternPage[]> {
  return (await readParsedPages()).map(({ sentences: _, words: __, links: ___, ...page }) => page)
}

/** The pages with what their check needs. */
export async function readParsedPages(): Promise<ParsedPage[]> {
  const slugs = await pageSlugs()
  return Promise.all(slugs.map(readParsedPage))
}

export async function readParsedPage(slug: string): Promise<ParsedPage> {
  const text = await fs.readFile(path.join(seedsFolder, 'patterns', `${slug}.mdx`), 'utf8').catch(() => null)
  if (text === null) throw new LibraryError(`seeds/patterns/${slug}.mdx is missing.`)
  return parsePage(slug, text)
}

export async function pageSlugs(): Promise<string[]> {
  const names = await fs.readdir(path.join(seedsFolder, 'patterns'))
  return names
    .filter((name) => name.endsWith('.mdx'))
    .map((name) => name.slice(0, -'.mdx'.length))
    .sort()
}

/** The hints of every problem that has some, by external id: from `seeds/hints.csv`, else from the problem's exercise. */
export async function readHints(): Promise<Map<string, ProblemHints>> {
  const [rows, slugs] = await Promise.all([readHintRows(), exerciseSlugs()])
  const all = new Map<string, ProblemHints>(
    rows.map(({ external_id, about, hints }) => [external_id, { about, hints }]),
  )
  await Promise.all(
    slugs.map(async (slug) => {
      const { hints } = await readExerciseFacts(slug)
      all.set(slug, { about: null, hints: threeHints.parse(hints) })
    }),
  )
  return all
}

export type HintRow = { external_id: string; about: string; hints: [string, string, string] }

/** `seeds/hints.csv` as it is: the problems without an exercise. */
export async function readHintRows(): Promise<HintRow[]> {
  const text = await fs.readFile(path.join(seedsFolder, 'hints.csv'), 'utf8')
  const records: unknown = parse(text, { columns: true, skip_empty_lines: true })
  return z
    .array(hintRow)
    .parse(records)
    .map(({ external_id, about, hint_1, hint_2, hint_3 }) => ({
      external_id,
      about,
      hints: [hint_1, hint_2, hint_3],
    }))
}
