import { expect, test } from 'vitest'
import { safePath } from './safe-path.ts'

test.each([
  ['/today', '/today'],
  ['/problems?topic=trees&q=a%20b#top', '/problems?topic=trees&q=a%20b#top'],
  ['/a/../plan', '/plan'],
])('keeps a path of ours: %s', (candidate, path) => {
  expect(safePath(candidate)).toBe(path)
})

test.each([
  '//evil.example',
  '/\\evil.example',
  '/\\/evil.example',
  '/.//evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  'https://evil.example/today',
  'javascript:alert(1)',
  'today',
  '',
  `/${'a'.repeat(2000)}`,
  null,
  undefined,
])('refuses what leads elsewhere: %j', (candidate) => {
  expect(safePath(candidate)).toBeUndefined()
})

test('turns a full address of our own origin into its path, and no other', () => {
  const ownOrigin = 'https://codify.example.org'
  expect(safePath('https://codify.example.org/plan?week=2', ownOrigin)).toBe('/plan?week=2')
  expect(safePath('https://codify.example.org.evil.example/plan', ownOrigin)).toBeUndefined()
  expect(safePath('http://codify.example.org/plan', ownOrigin)).toBeUndefined()
  expect(safePath('https://codify.example.org//evil.example', ownOrigin)).toBeUndefined()
})
