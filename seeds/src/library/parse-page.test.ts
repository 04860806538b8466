import { expect, test } from 'vitest'
import { type ParsedPage, parsePage } from './parse-page.ts'
import { findTwins } from './similarity.ts'

const fence = (language: string, code: string) => `\`\`\`${language}\n${code}\n\`\`\``
const drawing = ['kind: array', 'alt: Two cells.', 'array: [4, 7]', 'steps:', '  - say: We begin.'].join('\n')

function aPage(change: (text: string) => string = (text) => text): ParsedPage {
  const text = [
    '---\nsummary: A page.\nrelated: [stack]\nconfused_with: [{pattern: stack, tell: It is not.}]\nproblems: [two-sum]\n---',
    '## When to think of it\n\n- First.\n- Second.',
    `## The idea\n\nOne thought. And *another*, see [stack](/patterns/stack).\n\n${fence('drawing', `${drawing}\n    marks: {i: 0}\n  - say: We end.\n    cells: [7, 4]`)}`,
    `## Template\n\n${fence('python', 'x = 1')}\n\n${fence('typescript', 'const x = 1')}`,
    `## Worked example\n\nPrint one.\n\n${fence('python run', 'print(1)')}\n\n${fence('typescript run', 'console.log(1)')}\n\n${fence('text output', '1')}`,
    '## Why it is right\n\nIt is.\n\n## What it costs\n\nO(1).\n\n## Typical mistakes\n\n- None.',
  ].join('\n\n')
  return parsePage('a-page', change(text))
}

test('a page is taken apart: prose, code and the drawing, whose steps carry their cells on', () => {
  const page = aPage()
  expect(page.sections.map(({ markdown }) => markdown)).toEqual([
    '- First.\n- Second.',
    'One thought. And *another*, see [stack](/patterns/stack).',
    '',
    'Print one.',
    'It is.',
    'O(1).',
    '- None.',
  ])
  expect(page).toMatchObject({
    minutes: 1,
    templates: { python: 'x = 1', typescript: 'const x = 1' },
    examples: { python: 'print(1)', typescript: 'console.log(1)', output: '1' },
    drawing: { kind: 'array', steps: [{ cells: [4, 7], marks: { i: 0 } }, { cells: [7, 4] }] },
    links: ['/patterns/stack'],
  })
  expect(page.sentences).toContain('And another, see stack.')
})

test.each<[string, (text: string) => string, string]>([
  ['no front matter', (text) => text.slice(4), 'there is no front matter'],
  ['an unknown field', (text) => text.replace('related:', 'relatives:'), 'Unrecognized key'],
  [
    'a section in the wrong place',
    (text) => text.replace('## Why it is right', '## Why'),
    '"Why" stands where',
  ],
  ['a section too few', (text) => text.slice(0, text.indexOf('## Typical')), '"Typical mistakes" is missing'],
  ['a missing program', (text) => text.replace('python run', 'python'), 'has a fence "python"'],
  ['two of one fence', (text) => text.replace('typescript run', 'python run'), 'there are 2'],
  ['a cell that is not there', (text) => text.replace('{i: 0}', '{i: 2}'), 'step 1: there is no cell 2'],
  ['JSX', (text) => text.replace('It is.', '<Box />'), 'HTML or JSX'],
  ['an expression of MDX', (text) => text.replace('It is.', 'It is {this}.'), 'belong into code'],
])('a page with %s is refused, and its file named', (_, change, words) => {
  expect(() => aPage(change)).toThrow(words)
  expect(() => aPage(change)).toThrow('seeds/patterns/a-page.mdx: ')
})

test('a sentence that nearly repeats one of another page is found; one of the same page is not', () => {
  const text = 'Each element enters the queue once and leaves it at most once in the whole run.'
  const near = 'Each element enters the queue once and leaves it at most once in the run.'
  const far = 'The heap holds the k best elements that the walk has met on its way so far.'
  const twins = findTwins(
    [
      { page: 'a', text },
      { page: 'a', text: near },
      { page: 'b', text: far },
      { page: 'c', text: near },
    ],
    0.5,
  )
  expect(twins.map(({ sentence, other }) => [sentence.page, other.page])).toEqual([['c', 'a']])
})
