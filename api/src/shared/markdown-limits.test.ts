import { describe, expect, test } from 'vitest'
import { findMarkdownFault, renderedTexts } from './markdown-limits.ts'

const staircase = (levels: number) =>
  Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- a`).join('\n')
const line = 'dp[i][j] = max(dp[i - 1][j], dp[i][j - 1]) * 2 ** k_value\n'
const raw = line.repeat(30)
const table = `| a | b | c | d |\n|---|---|---|---|\n${'| 1 | 2 | 3 | 4 |\n'.repeat(60)}`

describe('what people write is rendered', () => {
  test.each([
    ['nothing', ''],
    ['a nested list', staircase(8)],
    ['a quote of a quote of a quote', '> > > Why?\n> > Because.\n> Yes.\n\nSo it is.'],
    ['a rule of many marks', `a\n\n${'* '.repeat(40)}\n\n${'-'.repeat(200)}\n\n${'_ '.repeat(99)}`],
    ['code between backticks, full of marks', `See:\n\n\`\`\`py\n${line.repeat(150)}\`\`\`\n\nDone.`],
    [
      'code in a list item',
      `1. First:\n   \`\`\`\n   ${line.repeat(150).replaceAll('\n', '\n   ')}\n   \`\`\`\n2. Then`,
    ],
    ['code without backticks', raw],
    ['a table of sixty rows', table],
    ['half-open intervals', 'Take [1, 3) and [2, 5): both hold 2. '.repeat(8)],
    ['a hundred items', '- [ ] Read [this](https://example.org/a_b_c) and *that*\n'.repeat(100)],
    ['a long word', 'a'.repeat(10_000)],
  ])('%s', (_, text) => {
    expect(findMarkdownFault(text)).toBeUndefined()
  })
})

describe('what would take a parser long is named, with what would work', () => {
  const nested = /^Lists and quotes are nested deeper than 10 levels/
  const brackets = /^Brackets are nested deeper than 32 levels/
  const marks = /^Too many marks .* three backticks\.$/
  test.each([
    ['- '.repeat(999), undefined],
    [`${'- '.repeat(999)}a`, nested],
    ['+ '.repeat(999), nested],
    ['1. '.repeat(600), nested],
    ['1) '.repeat(600), nested],
    ['>'.repeat(2000), nested],
    ['> - '.repeat(500), nested],
    ['[^a]: '.repeat(300), nested],
    [staircase(12), nested],
    [staircase(12).replaceAll('\n', '\r'), nested],
    [`${'- '.repeat(500)}a${'\n'.repeat(900)}`, nested],
    [`\`\`\`\na\n\`\`\`\n${'+ '.repeat(500)}`, nested],
    ['['.repeat(2000), brackets],
    [`${'!['.repeat(300)}${'](b)'.repeat(300)}`, brackets],
    ['[^'.repeat(1000), brackets],
    [']'.repeat(2000), marks],
    ['*a '.repeat(3000), marks],
    [`${'*a '.repeat(1000)}${' a*'.repeat(1000)}`, marks],
    ['~~a'.repeat(3000), marks],
    ['`a'.repeat(4000), marks],
    ['<a '.repeat(3000), marks],
    ['a\n=\n'.repeat(2500), marks],
    ['- a\n'.repeat(2500), marks],
    ['\n'.repeat(10_000), marks],
    [`${'|a'.repeat(100)}|\n${'|-'.repeat(100)}|\n${'|\n'.repeat(100)}`, marks],
    // Code that is none: the fence belongs to what ended before.
    [`- \`\`\`\n\`\`\`\n  \`\`\`\n${'*a '.repeat(3000)}`, marks],
    [`  \`\`\`\n +\n\`\`\`\n${'*a '.repeat(3000)}`, marks],
    [`<!--\n\`\`\`\n-->\n${'*a '.repeat(3000)}`, marks],
  ])('%#', (text, message) => {
    const fault = findMarkdownFault(text)
    if (message === undefined) expect(fault).toBeUndefined()
    else expect(fault).toMatch(message)
  })
})

test('a page renders as many texts as its budget allows, from the top', () => {
  const heavy = '**bold** '.repeat(200)
  expect(findMarkdownFault(heavy)).toBeUndefined()
  const rendered = renderedTexts(Array.from({ length: 50 }, () => heavy))
  const first = rendered.indexOf(false)
  expect(first).toBeGreaterThan(3)
  expect(rendered.slice(first)).not.toContain(true)
  expect(
    renderedTexts(Array.from({ length: 100 }, () => 'A *good* [one](https://example.org).\n\n- a\n- b')),
  ).not.toContain(false)
})

test('a text that is refused costs the page nothing', () => {
  expect(renderedTexts([...Array.from({ length: 60 }, () => '> '.repeat(900)), 'fine']).at(-1)).toBe(true)
})
