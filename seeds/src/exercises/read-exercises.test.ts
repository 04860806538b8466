import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readExercise, readExercises } from './read-exercises.ts'

let folder: string
beforeEach(async () => {
  folder = await fs.mkdtemp(path.join(os.tmpdir(), 'codify-exercises-'))
})
afterEach(() => fs.rm(folder, { recursive: true, force: true }))

const facts = {
  pattern: 'hash-map',
  complexity: { time: 'O(n)', space: 'O(1)' },
  call: { kind: 'function', name: 'sum', params: [{ name: 'numbers', type: 'int[]' }], returns: 'int' },
  constraints: ['At most ten numbers.'],
  hints: ['One.', 'Two.', 'Three.'],
}
const tests = Array.from({ length: 9 }, (_, at) => ({ name: `test ${at}`, args: [[at]], expected: at }))

async function put(files: Record<string, unknown>): Promise<void> {
  await fs.mkdir(path.join(folder, 'sum'), { recursive: true })
  const all = {
    'statement.md': 'Add.',
    'explanation.md': 'Because.',
    'exercise.json': facts,
    'tests.json': tests,
    ...files,
  }
  for (const [name, content] of Object.entries(all)) {
    const text = typeof content === 'string' ? content : JSON.stringify(content)
    await fs.writeFile(path.join(folder, 'sum', name), text)
  }
}

test('an exercise is read from its folder', async () => {
  await put({})
  expect(await readExercises(folder)).toMatchObject([
    { slug: 'sum', statement: 'Add.', facts: { compare: 'exact' } },
  ])
})

test.each([
  ['exercise.json', { ...facts, hints: ['One.'] }, 'sum/exercise.json at hints: must be exactly three'],
  ['exercise.json', { ...facts, extra: 1 }, 'Unrecognized key: "extra"'],
  ['exercise.json', { ...facts, call: { ...facts.call, returns: 'long' } }, 'at call.returns: is no type'],
  [
    'exercise.json',
    { ...facts, result: { argument: 1 } },
    'at result.argument: names an argument the call has not',
  ],
  ['exercise.json', '{', 'sum/exercise.json is no JSON'],
  ['tests.json', tests.slice(0, 8), 'sum/tests.json at its top: must be at least 9 tests'],
  ['tests.json', [...tests, { name: 'x', args: 1, expected: 1 }], 'sum/tests.json at 9: args'],
  ['statement.md', ' ', 'sum/statement.md is empty'],
])('a fault in %s names the file and the field', async (name, content, words) => {
  await put({ [name]: content })
  await expect(readExercise('sum', folder)).rejects.toThrow(words)
})

test('a missing file is named', async () => {
  await put({})
  await fs.rm(path.join(folder, 'sum', 'explanation.md'))
  await expect(readExercise('sum', folder)).rejects.toThrow('sum/explanation.md is missing.')
})
