import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { askHintSchema, hintKinds } from './hints.schemas.ts'
import { buildHintPrompt } from './prompt.models.ts'
import { createRelease, LEFT_OUT } from './release.models.ts'

const code = `function twoSum(nums, target) {
  for (let i = 0; i < nums.length; i++) {
    const other = target - nums[i]
  }
  return []
}
`
const guard = { code, names: ['twoSum', 'two_sum'] }

/** All of an answer as it is shown, given in pieces of these sizes. */
function release(answer: string, { sizes = [answer.length], guarded = true } = {}) {
  const { push, end, isOnlyCode } = createRelease({ guard: guarded ? guard : null })
  let shown = ''
  let from = 0
  for (let i = 0; from < answer.length; i++) {
    const size = Math.max(1, sizes[i % sizes.length] ?? 1)
    shown += push(answer.slice(from, from + size))
    from += size
  }
  return { shown: shown + end(), isOnlyCode: isOnlyCode() }
}

const solution = `const twoSum = (nums, target) => {
  const seen = new Map()
  for (const [at, num] of nums.entries()) {
    if (seen.has(target - num)) return [seen.get(target - num), at]
    seen.set(num, at)
  }
}`

describe('a hint', () => {
  test.each([
    'Your loop works out `other`, and then what?\n\nWhich **structure** tells in one step whether you met it?\n',
    'Look at this line:\n\n```js\n  const other = target - nums[i]\n```\n\nWhat is it compared with?\n',
    'Two lines are enough:\n\n```python\nseen = {}\nseen[value] = at\n```\n\nBut where do they go?\n',
    '1. What does `nums[i]` hold? 2. What does the test expect?\n- one\n- two\n\n> quoted\n',
    'For each number, ask: have I met its partner?\n\nIf the map has it: what do you answer?\n',
    'You return the positions, not the values. Is `return []` ever right?\n',
  ])('comes through as it is: %j', (answer) => {
    expect(release(answer).shown).toBe(answer)
  })

  test.each<[string, string]>([
    ['in a block', `Here it is:\n\n\`\`\`js\n${solution}\n\`\`\`\n`],
    ['in a block that never ends', `Here it is:\n\n~~~\n${solution}`],
    ['in a list', `- Like this:\n  \`\`\`js\n${solution.replace(/^/gm, '  ')}\n  \`\`\`\n`],
    ['without a fence', `Here it is:\n${solution}\n`],
    ['indented, with blank lines', `Here:\n\n${solution.replace(/^/gm, '    ').replaceAll('\n', '\n\n')}\n`],
    ['quoted', `Here:\n${solution.replace(/^/gm, '> ')}\n`],
    ['on one line', `Write \`${solution.replaceAll('\n', ' ')}\` and be done.`],
    ['on one line with three marks', `\`\`\`${solution.replaceAll('\n', ' ')}\`\`\``],
    ['as comments', `Like so:\n\`\`\`js\n${solution.replace(/^/gm, '// ')}\n\`\`\`\n`],
    ['by another keyword', 'So:\n```python\ntwo_sum = lambda nums, t: next(pairs(nums, t))\n```\n'],
    ['as a return alone', 'Just do\n```python\nreturn sorted(nums) == sorted(other)\n```\n'],
    ['as a return within a sentence', 'Just `return len(set(nums)) < len(nums)`.'],
    ['as one statement after the other', 'So:\n```js\nseen = {}; if (a) seen[a] = 1; b(); c()\n```\n'],
    [
      'in many small blocks',
      solution
        .split('\n')
        .map((line) => `Then:\n\`\`\`\n${line}\n\`\`\`\n`)
        .join(''),
    ],
    ['around a quoted line', `\`\`\`js\n${code.split('\n')[0]}\n  return solve(nums)\n}\n\`\`\``],
  ])('does not give the solution %s', (_, answer) => {
    const { shown } = release(answer)
    for (const line of [
      'seen.has',
      'seen.get',
      'next(pairs',
      'sorted(nums)',
      'set(nums)',
      'c()',
      'solve(nums)',
    ])
      expect(shown).not.toContain(line)
    expect(shown).toMatch(/left out|…/)
  })

  test('that was code alone says so; beside words it stays one', () => {
    const block = `\`\`\`js\n${solution}\n\`\`\`\n`
    expect(release(`Here:\n${block}`).isOnlyCode).toBe(true)
    const words = 'You compare every pair. What would let you look the partner up instead?\n'
    expect(release(words + block)).toEqual({ shown: `${words}${LEFT_OUT}\n`, isOnlyCode: false })
  })

  test('loses what leads elsewhere', () => {
    const answer = [
      'See [this page](https://evil.example/a?q=1) or www.evil.example.',
      '[x]: //evil.example',
      'Mail me@evil.example, <http://evil.example>, [a](javascript:alert(1)) ![b](//evil.example/c).',
    ].join('\n')
    const { shown } = release(answer)
    expect(shown).not.toMatch(/evil\.example|javascript:|\]\(|\]:/)
    expect(shown).toContain('See [this page] or ')
  })
})

test('a solution or review that was asked for comes through with its code, line by line', () => {
  const answer = `So:\n\n\`\`\`js\n${solution}\n\`\`\`\n`
  expect(release(answer, { guarded: false })).toEqual({ shown: answer, isOnlyCode: false })
  const { push } = createRelease({ guard: null })
  expect(push('```js\nconst a = 1\nconst b')).toBe('```js\nconst a = 1\n')
})

test('a sentence is out as soon as it ends, code only when it is whole', () => {
  const { push, end } = createRelease({ guard })
  expect(push('You are close')).toBe('')
  expect(push('. Now')).toBe('You are close. ')
  expect(push(' look:\n```\nseen = {}')).toBe('Now look:\n')
  expect(push('\n```')).toBe('')
  expect(push('\n')).toBe('```\nseen = {}\n```\n')
  expect(push('Is `a. b` it? ')).toBe('Is `a. b` it? ')
  expect(push('End')).toBe('')
  expect(end()).toBe('End\n')
})

test('where an answer was cut on its way changes nothing', () => {
  const part = fc.constantFrom(
    ...[
      'You are close. ',
      'seen[x] = 1',
      '```',
      '```js',
      '\n',
      '\n\n',
      '`a. b`',
      '`',
      '~~~',
      '- ',
      '1. ',
      '> ',
      'e.g. ',
    ],
    ...[
      'return a + b',
      'What then? ',
      '    ',
      '\r\n',
      '👩‍💻',
      '[a](b)',
      'x',
      '}',
      'def two_sum(a):',
      '// if (a) {',
      '\0',
    ],
  )
  fc.assert(
    fc.property(
      fc.array(part, { maxLength: 40 }),
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 }),
      fc.boolean(),
      (parts, sizes, guarded) => {
        const answer = parts.join('')
        const { shown } = release(answer, { sizes, guarded })
        expect(shown).toBe(release(answer, { guarded }).shown)
        expect(shown.isWellFormed()).toBe(true)
      },
    ),
    { numRuns: 500 },
  )
})

test('no part of the instructions is shown, of whatever kind, length and cuts', () => {
  const systems = hintKinds.map(
    (kind) =>
      buildHintPrompt({
        exercise: {
          title: 'Two Sum',
          statement: 'Find the pair.',
          constraints: [],
          starter: '',
          complexity: { time: 'O(n)', space: 'O(n)' },
          pattern: 'hash-map',
          hints: [],
          explanation: '',
        },
        asked: askHintSchema.parse({ kind, language: 'python', code: 'pass' }),
      }).system,
  )
  const letters = (text: string) => text.toLowerCase().replace(/[^a-z]/g, '')
  const disguise = fc.constantFrom<(text: string) => string>(
    (text) => text,
    (text) => text.toUpperCase(),
    (text) => text.replaceAll(' ', '  '),
    (text) => text.replaceAll(/\s+/g, ' **'),
    (text) => text.replaceAll(/(\w+)/g, '`$1`'),
  )
  fc.assert(
    fc.property(
      fc.constantFrom(...systems),
      fc.nat({ max: 150 }),
      fc.integer({ min: 12, max: 80 }),
      disguise,
      fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1 }),
      fc.boolean(),
      (instructions, from, count, change, sizes, guarded) => {
        const part = instructions
          .split(/\s+/)
          .slice(from, from + count)
          .join(' ')
        fc.pre(letters(part).length >= 40)
        const answer = `You are close. ${change(part)}`
        const { push, end, repeatsInstructions } = createRelease({
          guard: guarded ? guard : null,
          instructions,
        })
        let shown = ''
        for (let at = 0, i = 0; at < answer.length; i++) {
          const size = sizes[i % sizes.length] ?? 1
          shown += push(answer.slice(at, at + size))
          at += size
        }
        shown += end()
        expect(repeatsInstructions()).toBe(true)
        expect(letters(shown).length).toBeLessThan(letters('You are close').length + 10)
      },
    ),
    { numRuns: 300 },
  )
})
