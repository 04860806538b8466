import { fromMarkdown } from 'mdast-util-from-markdown'
import { toString as textOf } from 'mdast-util-to-string'
import { parse } from 'yaml'
import { z } from 'zod'
import { type Drawing, parseDrawing } from './drawing.ts'
import { type FrontMatter, frontMatter, sectionTitles } from './page.schemas.ts'

/** A file of the library is not as it must be; the message names the file and the place. */
export class LibraryError extends Error {}

export type SectionTitle = (typeof sectionTitles)[number]
export type Snippets = { python: string; typescript: string }

export type PatternPage = {
  slug: string
  /** At most 160 characters. */
  summary: string
  /** To read it, at 180 words a minute, rounded up. */
  minutes: number
  related: string[]
  confusedWith: { pattern: string; tell: string }[]
  /** External ids of the catalogue, easy to hard. */
  problems: string[]
  /** The prose alone: fences are in `drawing`, `templates` and `examples`. */
  sections: { title: SectionTitle; markdown: string }[]
  drawing: Drawing
  /** Complete programs that print `output`. */
  examples: Snippets & { output: string }
  templates: Snippets
}

/** A page and what only its check needs. */
export type ParsedPage = PatternPage & {
  /** All sentences outside of code, those of the drawing and of `confusedWith` too. */
  sentences: string[]
  words: number
  links: string[]
}

type Node = ReturnType<typeof fromMarkdown>['children'][number]
type Fence = { section: SectionTitle; language: string; code: string }

const WORDS_A_MINUTE = 180
const FENCES: Record<string, [section: SectionTitle, language: string]> = {
  drawing: ['The idea', 'drawing'],
  templatePython: ['Template', 'python'],
  templateTypeScript: ['Template', 'typescript'],
  examplePython: ['Worked example', 'python run'],
  exampleTypeScript: ['Worked example', 'typescript run'],
  output: ['Worked example', 'text output'],
}

/** Reads one page. Throws a `LibraryError` that names the first thing that is wrong. */
export function parsePage(slug: string, text: string): ParsedPage {
  try {
    return parsed(slug, text)
  } catch (error) {
    const words = error instanceof z.ZodError ? describeIssues(error) : String(messageOf(error))
    throw new LibraryError(`seeds/patterns/${slug}.mdx: ${words}`)
  }
}

function parsed(slug: string, text: string): ParsedPage {
  const [, top, body] = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(text) ?? []
  if (top === undefined || body === undefined) throw new Error('there is no front matter.')
  const facts = frontMatter.parse(parse(top))
  const { sections, fences, links } = readBody(body)
  const drawing = parseDrawing(codeOf(fences, 'drawing'))
  const sentences = [
    facts.summary,
    ...sections.flatMap((section) => section.sentences),
    ...drawing.steps.map(({ say }) => say),
    ...facts.confused_with.map(({ tell }) => tell),
  ]
  const words = sentences.reduce((sum, sentence) => sum + wordsOf(sentence).length, 0)
  return {
    slug,
    ...pageFacts(facts),
    minutes: Math.ceil(words / WORDS_A_MINUTE),
    sections: sections.map(({ title, markdown }) => ({ title, markdown })),
    drawing,
    templates: {
      python: codeOf(fences, 'templatePython'),
      typescript: codeOf(fences, 'templateTypeScript'),
    },
    examples: {
      python: codeOf(fences, 'examplePython'),
      typescript: codeOf(fences, 'exampleTypeScript'),
      output: codeOf(fences, 'output'),
    },
    sentences,
    words,
    links,
  }
}

function pageFacts({ confused_with, ...facts }: FrontMatter) {
  return { ...facts, confusedWith: confused_with }
}

function readBody(body: string) {
  const fences: Fence[] = []
  const links: string[] = []
  const sections: { title: SectionTitle; markdown: string; sentences: string[] }[] = []
  for (const node of fromMarkdown(body).children) {
    if (node.type === 'heading') {
      const title = sectionTitles.find((one) => one === textOf(node))
      const due = sectionTitles[sections.length]
      if (title === undefined || title !== due || node.depth !== 2)
        throw new Error(`the heading "${textOf(node)}" stands where "## ${due ?? 'nothing'}" is due.`)
      sections.push({ title, markdown: '', sentences: [] })
      continue
    }
    const section = sections.at(-1)
    if (section === undefined) throw new Error('there is text before the first heading.')
    if (node.type === 'code') {
      const language = [node.lang, node.meta].filter(Boolean).join(' ')
      fences.push({ section: section.title, language, code: node.value })
      continue
    }
    checkProse(node, links)
    const source = body.slice(node.position?.start.offset, node.position?.end.offset)
    section.markdown = `${section.markdown}\n\n${source}`.trim()
    section.sentences.push(...blocksOf(node).flatMap(splitSentences))
  }
  const missing = sectionTitles[sections.length]
  if (missing !== undefined) throw new Error(`the section "${missing}" is missing.`)
  for (const { title, sentences } of sections)
    if (sentences.length === 0 && title !== 'Template') throw new Error(`"${title}" has no text.`)
  const expected = Object.values(FENCES)
  const extra = fences.find((fence) => !expected.some((one) => isFence(fence, one)))
  if (extra) throw new Error(`"${extra.section}" has a fence "${extra.language}", which has no place there.`)
  return { sections, fences, links }
}

function isFence(fence: Fence, [section, language]: [string, string]): boolean {
  return fence.section === section && fence.language === language
}

function codeOf(fences: Fence[], name: string): string {
  const place = FENCES[name]
  const found = place ? fences.filter((fence) => isFence(fence, place)) : []
  const [only] = found
  if (only === undefined || found.length > 1)
    throw new Error(`"${place?.[0]}" must have one fence "${place?.[1]}"; there are ${found.length}.`)
  return only.code
}

/** Plain Markdown that is the same in MDX: no markup, no braces, no headings within lists. */
function checkProse(node: Node, links: string[]): void {
  if (node.type === 'html') throw new Error(`there is HTML or JSX: ${node.value.slice(0, 40)}`)
  if (node.type === 'code') throw new Error('there is a fence within a list.')
  if (node.type === 'text' && /[{}<]/.test(node.value))
    throw new Error(`braces and < belong into code: ${node.value.slice(0, 60)}`)
  if (node.type === 'link') links.push(node.url)
  if ('children' in node) for (const child of node.children) checkProse(child, links)
}

function blocksOf(node: Node): string[] {
  if (node.type === 'list') return node.children.map((item) => textOf(item))
  return [textOf(node)]
}

function splitSentences(text: string): string[] {
  return text
    .replace(/\s+/g, ' ')
    .split(/(?<=[.!?])\s+(?=["“(]?[A-Z0-9])/)
    .filter((one) => one.trim() !== '')
}

/** The words of a sentence in small letters; signs are none. */
export function wordsOf(sentence: string): string[] {
  return sentence.toLowerCase().match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu) ?? []
}

function describeIssues(error: z.ZodError): string {
  return error.issues.map(({ path, message }) => `${path.join('.') || 'its top'}: ${message}`).join('; ')
}

function messageOf(error: unknown): unknown {
  return error instanceof Error ? error.message : error
}
