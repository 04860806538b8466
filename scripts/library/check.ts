import { createSolutionRunner } from '../../seeds/src/checking/index.ts'
import { exerciseSlugs } from '../../seeds/src/exercises/index.ts'
import { readCatalogue } from '../../seeds/src/index.ts'
import { checkHints, missingHints } from '../../seeds/src/library/check-hints.ts'
import { checkPages, type PageReport } from '../../seeds/src/library/check-pages.ts'
import { LibraryError, type ParsedPage } from '../../seeds/src/library/parse-page.ts'
import { pageSlugs, readHintRows, readParsedPage } from '../../seeds/src/library/read-library.ts'
import { runSnippets } from '../../seeds/src/library/run-snippets.ts'
import { table } from '../bench/tables.ts'
import { checkSnippetTypes } from './check-types.ts'

/** Pages and hints are still being written: until all are there, a missing one is named and not refused. */
const IS_COMPLETE = false
const HEAD = ['pattern', 'words', 'words a sentence', 'problems', 'faults']

/**
 * Checks the pages named, or all pages and all hints; prints a table and every fault. A sentence is compared with all
 * other pages even when one page is named.
 */
export async function checkLibrary(named: string[]): Promise<boolean> {
  const catalogue = await readCatalogue()
  const { pages, unreadable } = await readPages()
  const chosen = (slug: string) => named.length === 0 || named.includes(slug)
  const reports = [...checkPages(pages, catalogue), ...unreadable].filter(({ slug }) => chosen(slug))
  const wanted = pages.filter(({ slug }) => chosen(slug))
  const runner = createSolutionRunner()
  for (const page of wanted) report(reports, page.slug).faults.push(...(await runSnippets(page, runner)))
  await runner.close()
  for (const { slug, text } of await checkSnippetTypes(wanted)) report(reports, slug).faults.push(text)
  printReports(reports)
  const written = new Set([...pages, ...unreadable].map(({ slug }) => slug))
  const asked = named.length > 0 ? named : catalogue.patterns.map(({ slug }) => slug)
  const absent = asked.filter((slug) => !written.has(slug))
  if (absent.length > 0) console.log(`✗ ${absent.length} pages are missing: ${absent.join(', ')}`)
  const hints = named.length > 0 || (await checkAllHints(catalogue))
  return hints && (absent.length === 0 || !IS_COMPLETE) && reports.every(({ faults }) => faults.length === 0)
}

async function readPages() {
  const pages: ParsedPage[] = []
  const unreadable: PageReport[] = []
  for (const slug of await pageSlugs()) {
    try {
      pages.push(await readParsedPage(slug))
    } catch (error) {
      if (!(error instanceof LibraryError)) throw error
      unreadable.push({ slug, words: 0, meanSentence: 0, problems: 0, faults: [error.message] })
    }
  }
  return { pages, unreadable }
}

async function checkAllHints(catalogue: Awaited<ReturnType<typeof readCatalogue>>): Promise<boolean> {
  const rows = await readHintRows()
  const exercises = new Set(await exerciseSlugs())
  const faults = checkHints(rows, exercises, catalogue)
  const missing = missingHints(rows, exercises, catalogue)
  for (const fault of faults) console.log(`✗ hints.csv, ${fault}`)
  console.log(`${rows.length} rows of hints, ${exercises.size} exercises with their own.`)
  if (missing.length > 0) console.log(`✗ ${missing.length} problems have no hints: ${missing.join(', ')}`)
  return faults.length === 0 && (missing.length === 0 || !IS_COMPLETE)
}

function report(reports: PageReport[], slug: string): PageReport {
  const found = reports.find((one) => one.slug === slug)
  if (found === undefined) throw new Error(`There is no report of ${slug}.`)
  return found
}

function printReports(reports: PageReport[]): void {
  const rows = reports.map(({ slug, words, meanSentence, problems, faults }) => [
    slug,
    words,
    meanSentence.toFixed(1),
    problems,
    faults.length,
  ])
  console.log(table(HEAD, rows))
  for (const { slug, faults } of reports)
    for (const fault of faults) console.log(`✗ ${slug}: ${fault.replaceAll('\n', '\n    ')}`)
  const right = reports.filter(({ faults }) => faults.length === 0).length
  console.log(`${right} of ${reports.length} pages are right.`)
}
