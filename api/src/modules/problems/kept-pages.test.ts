import { expect, test } from 'vitest'
import { createKeptPages } from './kept-pages.ts'

const bytes = (text: string) => new Uint8Array(Buffer.from(text))
const row = { marks: 'marks', own: null, key: 1, number: 1 }
const texts = new Map([['id', '{']])

test('a page is found again while all that it is made of is the same', () => {
  const pages = createKeptPages()
  const page = bytes('page')
  expect(pages.find('a', { row, texts })).toBeUndefined()
  pages.keep('a', { row, texts, page })
  expect(pages.find('a', { row: { ...row }, texts })).toBe(page)
})

test.each([
  ['statement', 'b', row, texts],
  ['marks', 'a', { ...row, marks: 'other' }, texts],
  ['sort value', 'a', { ...row, key: 2 }, texts],
  ['number', 'a', { ...row, number: 2 }, texts],
  ['catalogue', 'a', row, new Map(texts)],
] as const)('a page of another %s is another one', (_, statement, otherRow, otherTexts) => {
  const pages = createKeptPages()
  pages.keep('a', { row, texts, page: bytes('page') })
  expect(pages.find(statement, { row: otherRow, texts: otherTexts })).toBeUndefined()
})

test('the page made last for a statement takes the place of the one before', () => {
  const pages = createKeptPages()
  pages.keep('a', { row, texts, page: bytes('old') })
  const newer = { row: { ...row, marks: 'newer' }, texts, page: bytes('new') }
  pages.keep('a', newer)
  expect(pages.find('a', { row, texts })).toBeUndefined()
  expect(pages.find('a', newer)).toBe(newer.page)
})

test('no more bytes are kept than the bound; what was not asked for the longest goes', () => {
  const one = { row: { ...row, marks: 'm'.repeat(40) }, texts, page: bytes('p'.repeat(60)) }
  const pages = createKeptPages({ bytesMax: 250 })
  pages.keep('a', one)
  pages.keep('b', one)
  pages.find('a', one)
  pages.keep('c', one)
  expect(['a', 'b', 'c'].map((name) => pages.find(name, one) !== undefined)).toEqual([true, false, true])
  for (let again = 0; again < 5; again++) pages.keep('c', one)
  expect(pages.find('a', one)).toBe(one.page)
  pages.keep('d', { ...one, page: bytes('p'.repeat(1000)) })
  expect(['a', 'c', 'd'].map((name) => pages.find(name, one) !== undefined)).toEqual([false, false, false])
})
