import fs from 'node:fs/promises'
import path from 'node:path'
import { parse } from 'csv-parse/sync'
import { v5 as uuidv5 } from 'uuid'
import { z } from 'zod'

/** Namespace of problem ids: the same problem has the same id on every installation. */
const PROBLEM_NAMESPACE = '6f0c1a52-6f3e-4d0e-9c41-6f1d6b2d9a10'
const folder = path.resolve(import.meta.dirname, '..')

const slugs = z.string().transform((text) => (text === '' ? [] : text.split('|')))
const whole = z.string().regex(/^\d+$/).transform(Number)

const topicRow = z.object({
  topic: z.string().min(1),
  title: z.string().min(1),
  prerequisites: slugs,
  stage: whole,
})
const patternRow = z.object({ pattern: z.string().min(1), title: z.string().min(1), topics: slugs })
const problemRow = z.object({
  external_id: z.string().min(1),
  number: whole,
  title: z.string().min(1),
  link: z.url(),
  topic: z.string().min(1),
  difficulty: z.enum(['easy', 'medium', 'hard']),
  patterns: slugs,
  minutes: whole,
  lists: slugs,
  acceptance_hint: whole,
  source: z.string().min(1),
  premium: z.enum(['true', 'false']).transform((text) => text === 'true'),
})

export type Catalogue = Awaited<ReturnType<typeof readCatalogue>>

/** The catalogue of `seeds/*.csv` and the notes of `seeds/knowledge`, as rows of the tables. */
export async function readCatalogue() {
  const topics = (await readCsv('topics.csv', topicRow)).map(({ topic, ...row }, position) => ({
    slug: topic,
    ...row,
    position,
  }))
  const patterns = (await readCsv('patterns.csv', patternRow)).map(({ pattern, ...row }, position) => ({
    slug: pattern,
    ...row,
    position,
  }))
  const problems = (await readCsv('problems.csv', problemRow)).map(
    ({ external_id, link, acceptance_hint, ...row }) => ({
      id: uuidv5(external_id, PROBLEM_NAMESPACE),
      slug: external_id,
      url: link,
      acceptance: acceptance_hint,
      ...row,
    }),
  )
  const knowledge = (await Promise.all(topics.map(({ slug }) => readNote(slug)))).flat()
  return { topics, patterns, problems, knowledge }
}

async function readCsv<Row extends z.ZodType>(name: string, row: Row): Promise<z.output<Row>[]> {
  const text = await fs.readFile(path.join(folder, name), 'utf8')
  const records: unknown = parse(text, { columns: true, skip_empty_lines: true })
  return z.array(row).parse(records)
}

/** One chunk a `##` section: small enough to embed, whole enough to be read alone. */
async function readNote(topic: string) {
  const text = await fs.readFile(path.join(folder, 'knowledge', `${topic}.md`), 'utf8')
  return text
    .split(/^## /m)
    .slice(1)
    .map((section, position) => {
      const [heading = '', ...lines] = section.split('\n')
      return { topic, position, heading: heading.trim(), body: lines.join('\n').trim() }
    })
}

const roleRow = z
  .object({ role: z.string().min(1), title: z.string().min(1), words: slugs, reason: z.string().min(1) })
  .catchall(z.coerce.number().int().min(0).max(5))
  .transform(({ role, title, words, reason, ...weights }) => ({ slug: role, title, words, reason, weights }))

/** How much each role draws on each topic, 0–5, with the words that people use for the role; `seeds/roles.csv`. */
export async function readRoles(): Promise<z.output<typeof roleRow>[]> {
  return readCsv('roles.csv', roleRow)
}
