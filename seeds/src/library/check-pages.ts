import type { Catalogue } from '../read-catalogue.ts'
import { type ParsedPage, wordsOf } from './parse-page.ts'
import { findTwins } from './similarity.ts'

const WORDS = [400, 900] as const
const LONGEST_SENTENCE = 40
const MEAN_SENTENCE = 18
const MOST_SIMILAR = 0.5
const LEAST_PROBLEMS = 3
const DIFFICULTY = { easy: 0, medium: 1, hard: 2 }

export type PageReport = {
  slug: string
  words: number
  /** Words in a sentence, on average. */
  meanSentence: number
  problems: number
  faults: string[]
}

/** All that can be said about the pages without running their code; a report a page, in order of their slugs. */
export function checkPages(pages: ParsedPage[], catalogue: Catalogue): PageReport[] {
  const reports = pages.map((page) => checkPage(page, catalogue))
  const sentences = pages.flatMap(({ slug, sentences }) => sentences.map((text) => ({ page: slug, text })))
  for (const { sentence, other } of findTwins(sentences, MOST_SIMILAR)) {
    const report = reports.find(({ slug }) => slug === sentence.page)
    report?.faults.push(`"${sentence.text}" nearly repeats ${other.page}: "${other.text}"`)
  }
  return reports
}

function checkPage(page: ParsedPage, catalogue: Catalogue): PageReport {
  const { slug, words, sentences } = page
  const meanSentence = words / Math.max(1, sentences.length)
  const faults = [
    ...checkSlugs(page, catalogue),
    ...checkProblems(page, catalogue),
    ...page.links.flatMap((link) => checkLink(link, catalogue)),
    ...sentences
      .filter((sentence) => wordsOf(sentence).length > LONGEST_SENTENCE)
      .map((sentence) => `over ${LONGEST_SENTENCE} words in one sentence: "${sentence}"`),
  ]
  if (words < WORDS[0] || words > WORDS[1])
    faults.push(`${words} words; ${WORDS[0]} to ${WORDS[1]} are wanted.`)
  if (meanSentence > MEAN_SENTENCE)
    faults.push(`sentences of ${meanSentence.toFixed(1)} words on average; at most ${MEAN_SENTENCE}.`)
  if (!/O\([^)]+\)/.test(page.sections[5]?.markdown ?? '')) faults.push('"What it costs" names no O(…).')
  return { slug, words, meanSentence, problems: page.problems.length, faults }
}

function checkSlugs({ slug, related, confusedWith }: ParsedPage, { patterns }: Catalogue): string[] {
  const known = new Set(patterns.map((one) => one.slug))
  const named = [slug, ...related, ...confusedWith.map(({ pattern }) => pattern)]
  const faults = named.filter((one) => !known.has(one)).map((one) => `there is no pattern "${one}".`)
  if (new Set(related).size < related.length) faults.push('related: a pattern is named twice.')
  if (named.slice(1).includes(slug)) faults.push('the page names itself.')
  return faults
}

function checkProblems({ slug, problems }: ParsedPage, catalogue: Catalogue): string[] {
  const faults: string[] = []
  const ofPattern = catalogue.problems.filter(({ patterns }) => patterns.includes(slug))
  const least = Math.min(LEAST_PROBLEMS, ofPattern.length)
  if (problems.length < least) faults.push(`problems: at least ${least} are needed.`)
  if (new Set(problems).size < problems.length) faults.push('problems: one is named twice.')
  const found = problems.map((one) => ofPattern.find((problem) => problem.slug === one))
  for (const [at, problem] of found.entries())
    if (problem === undefined) faults.push(`problems: ${problems[at]} has not this pattern in problems.csv.`)
  const levels = found.flatMap((problem) => (problem ? [DIFFICULTY[problem.difficulty]] : []))
  if (levels.some((level, at) => level < (levels[at - 1] ?? 0))) faults.push('problems: not easy to hard.')
  return faults
}

function checkLink(link: string, { patterns, topics, problems }: Catalogue): string[] {
  const [, kind, slug] = /^\/(patterns|topics|problems)\/([a-z0-9-]+)$/.exec(link) ?? []
  const rows = kind === 'patterns' ? patterns : kind === 'topics' ? topics : kind ? problems : []
  return rows.some((row) => row.slug === slug) ? [] : [`the link ${link} leads nowhere.`]
}
