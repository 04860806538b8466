import { expect, test } from 'vitest'
import { examplesOf } from './examples.ts'

test('the visible tests of a function read like a call', () => {
  const call = {
    kind: 'function' as const,
    name: 'twoSum',
    params: [
      { name: 'nums', type: 'int[]' },
      { name: 'target', type: 'int' },
    ],
    returns: 'int[]',
  }
  const tests = [
    { name: 'one', visible: true, note: 'Because.', args: [[3, 8], 11], expected: [0, 1] },
    { name: 'two', args: [[1], 1], expected: [] },
  ]
  expect(examplesOf(call, tests)).toEqual([
    { input: 'nums = [3, 8], target = 11', output: '[0, 1]', note: 'Because.' },
  ])
})

test('those of a class are a line a step', () => {
  const call = { kind: 'class' as const, name: 'Codec', constructor: [], methods: [] }
  const steps = [['Codec'], ['encode', ['a']], ['decode', { $result: 1 }]]
  const tests = [{ name: 'one', visible: true, steps, expected: [null, { $any: true }, ['a']] }]
  expect(examplesOf(call, tests)).toEqual([
    {
      input: 'new Codec()\nencode(["a"])\ndecode(the result of step 2)',
      output: 'null\nany\n["a"]',
      note: null,
    },
  ])
})
