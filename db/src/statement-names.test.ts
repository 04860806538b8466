import { expect, test } from 'vitest'
import { createStatementNames } from './statement-names.ts'

test('a text has a name from the second time on, and always the same one', () => {
  const names = createStatementNames()
  expect(names.nameOf('select 1')).toBeUndefined()
  const name = names.nameOf('select 1')
  expect(name).toMatch(/^codify_[0-9a-f]{24}$/)
  expect(names.nameOf('select 1')).toBe(name)
  const elsewhere = createStatementNames()
  elsewhere.nameOf('select 1')
  expect(elsewhere.nameOf('select 1')).toBe(name)
})

test('texts made for one occasion take no name from those that come again', () => {
  const names = createStatementNames({ max: 3 })
  for (let i = 0; i < 100; i++) expect(names.nameOf(`select ${i}`)).toBeUndefined()
  for (const text of ['a', 'b', 'c', 'd']) names.nameOf(text)
  const named = ['d', 'a', 'b', 'c', 'd'].filter((text) => names.nameOf(text) ?? names.nameOf(text))
  expect(new Set(named).size).toBe(3)
})

test('a long load of rows has none', () => {
  const names = createStatementNames()
  const text = `insert into t values ${'($1),'.repeat(3_000)}`
  expect([names.nameOf(text), names.nameOf(text)]).toEqual([undefined, undefined])
})

test('a text can be left without a name, and all of them', () => {
  const names = createStatementNames()
  for (const text of ['a', 'b', 'a', 'b']) names.nameOf(text)
  names.unname('a')
  expect([names.nameOf('a'), names.nameOf('a')]).toEqual([undefined, undefined])
  expect(names.nameOf('b')).toMatch(/^codify_/)
  names.disable()
  expect([names.nameOf('b'), names.nameOf('b')]).toEqual([undefined, undefined])
})
