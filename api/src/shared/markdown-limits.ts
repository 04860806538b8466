/** Lists, quotes and footnotes in one another. */
const DEPTH_MAX = 10
/** Brackets in one another. */
const BRACKETS_MAX = 32
/** Steps of a Markdown parser, estimated; a laptop takes some 10 ms for so many. */
const STEPS_MAX = 60_000
/** Steps for all texts of one page together. */
const PAGE_STEPS_MAX = 200_000

type Weight = { depth: number; brackets: number; steps: number }

/**
 * Explains why a text is not rendered as Markdown, and what would work; undefined when it is. Parsers of Markdown take
 * quadratic and worse time for marks that nest or never close, so each text passes here when it is saved and again
 * before it is rendered.
 */
export function findMarkdownFault(text: string): string | undefined {
  const { depth, brackets, steps } = weighMarkdown(text)
  if (depth > DEPTH_MAX) return `Lists and quotes are nested deeper than ${DEPTH_MAX} levels; use fewer.`
  if (brackets > BRACKETS_MAX)
    return `Brackets are nested deeper than ${BRACKETS_MAX} levels; use fewer, or put them between lines of three backticks.`
  if (steps > STEPS_MAX)
    return 'Too many marks of Markdown, such as * _ [ ] | or list items, in one place; use fewer, part them by empty lines, or put them between lines of three backticks.'
  return undefined
}

/** For each text of one page, whether it is rendered as Markdown; later ones are not once the page has cost enough. */
export function renderedTexts(texts: readonly string[]): boolean[] {
  let left = PAGE_STEPS_MAX
  return texts.map((text) => {
    if (findMarkdownFault(text) !== undefined) return false
    left -= weighMarkdown(text).steps
    return left >= 0
  })
}

/** Upper bounds of what a parser will find, in one pass over the lines and without parsing. */
function weighMarkdown(text: string): Weight {
  const weight: Weight = { depth: 0, brackets: 0, steps: 0 }
  const items: number[] = []
  let block = emptyBlock()
  let rows = 0
  let fence: Fence | undefined
  let knowsFences = true

  function endBlock() {
    weight.brackets = Math.max(weight.brackets, block.deepest)
    weight.steps += stepsOf(block)
    block = emptyBlock()
  }

  for (const line of text.split(/\r\n|\n|\r/)) {
    weight.steps += line.length
    if (fence !== undefined) {
      const place = placeIn(line, fence)
      if (place === 'end') fence = undefined
      if (place !== 'outside') continue
      fence = undefined
      knowsFences = false
    }
    fence = knowsFences ? openFence(line) : undefined
    rows += 1
    if (fence !== undefined) {
      endBlock()
      if (fence.indent === 0) items.length = 0
      continue
    }
    const { depth, quotes, from, column, startsBlock } = readContainers(line, items)
    const content = line.slice(from)
    weight.depth = Math.max(weight.depth, depth)
    weight.steps += depth * 8
    if (startsBlock || content.trim() === '') endBlock()
    // Code may begin or end where this pass does not see it: from here on, no line is taken for code.
    if (content.startsWith('<') || (quotes === 0 && (column > 3 || from > column) && FENCE.test(content)))
      knowsFences = false
    readInline(content, block)
  }
  endBlock()
  weight.steps += rows ** 2 / 8
  return weight
}

/** Code between lines of backticks or tildes, whose marks cost nothing. */
type Fence = { mark: string; indent: number }

const FENCE = /^(`{3,}(?=[^`]*$)|~{3,})/

/** Up to three columns in, a fence opens code wherever it stands. */
function openFence(line: string): Fence | undefined {
  const indent = line.search(/[^ ]|$/)
  const mark = indent > 3 ? undefined : FENCE.exec(line.slice(indent))?.[1]
  return mark === undefined ? undefined : { mark, indent }
}

/** A line further left than the fence may end the list item that holds it, and the code with it. */
function placeIn(line: string, { mark, indent }: Fence): 'inside' | 'end' | 'outside' {
  const content = line.trim()
  if (content === '') return 'inside'
  const column = line.search(/\S/)
  if (column < indent && line[column - 1] !== '\t') return 'outside'
  const isMark = content.length >= mark.length && content === (mark[0] ?? '').repeat(content.length)
  return isMark && column <= 3 && !line.slice(0, column).includes('\t') ? 'end' : 'inside'
}

/** Inline marks are resolved within one block: a paragraph, a heading, a table. */
type Block = { lines: number; marks: number; pipes: number; open: number; unopened: number; deepest: number }

function emptyBlock(): Block {
  return { lines: 0, marks: 0, pipes: 0, open: 0, unopened: 0, deepest: 0 }
}

/** Measured: brackets without their other one cost by the square, other marks hardly. Tables fill up every row. */
function stepsOf({ lines, marks, pipes, open, unopened }: Block): number {
  return marks * 8 + marks ** 2 / 8 + (open + unopened) ** 2 + lines * pipes * 16 + pipes ** 2 / 8
}

const MARKS = '*_~`[]<&@\\!'

function readInline(content: string, block: Block): void {
  let pipes = 0
  let before = ''
  for (const char of content) {
    if (char === '[') block.open += 1
    else if (char === ']' && block.open > 0) block.open -= 1
    else if (char === ']') block.unopened += 1
    else if (char === '|') pipes += 1
    block.deepest = Math.max(block.deepest, block.open)
    // A run of the same delimiters is one.
    if (MARKS.includes(char) && (char !== before || char === '[' || char === ']')) block.marks += 1
    before = char
  }
  block.lines += 1
  block.pipes = Math.max(block.pipes, pipes)
}

/**
 * Reads the marks of lists, quotes and footnotes with which a line begins. `items` holds the columns from which the
 * list items of earlier lines go on, outermost first, and is brought up to date.
 */
function readContainers(line: string, items: number[]) {
  const ruleFrom = findRule(line)
  let quotes = 0
  let at = 0
  let column = 0
  let startsBlock = false
  let beyond = 0
  for (;;) {
    for (; line[at] === ' ' || line[at] === '\t'; at++) column += line[at] === '\t' ? 4 - (column % 4) : 1
    if (at >= ruleFrom) break
    if (line[at] === '>') {
      quotes += 1
      at += 1
      column += 1
      continue
    }
    const mark = ITEM.exec(line.slice(at, at + 12))?.[0] ?? FOOTNOTE.exec(line.slice(at))?.[0]
    if (mark === undefined) break
    const base = items.findLast((from) => from <= column) ?? 0
    // Four columns further in it is text or code and closes nothing.
    if (column - base >= 4) beyond += 1
    else {
      while ((items.at(-1) ?? 0) > column) items.pop()
      items.push(column + (mark.startsWith('[') ? 4 : mark.length + gapAfter(line, at + mark.length)))
      startsBlock = true
    }
    at += mark.length
    column += mark.length
  }
  return { depth: items.length + quotes + beyond, quotes, from: at, column, startsBlock }
}

/** Columns between an item's mark and its text: one where there is no text, or code. */
function gapAfter(line: string, from: number): number {
  const gap = line.slice(from).search(/[^ ]|$/)
  return gap > 4 || from + gap >= line.length ? 1 : Math.max(1, gap)
}

const ITEM = /^([-+*]|\d{1,9}[.)])(?=[ \t]|$)/
const FOOTNOTE = /^\[\^[^\]\s]+\]:/

/** Where a line becomes a rule such as `* * *`, which is no list; beyond its end where it is none. */
function findRule(line: string): number {
  const end = line.trimEnd()
  const mark = end.at(-1)
  if (mark !== '-' && mark !== '*' && mark !== '_') return Number.POSITIVE_INFINITY
  let from = end.length
  let marks = 0
  for (; from > 0; from--) {
    const char = end[from - 1]
    if (char === mark) marks += 1
    else if (char !== ' ' && char !== '\t') break
  }
  return marks >= 3 ? from : Number.POSITIVE_INFINITY
}
