import { describe, expect, it } from 'vitest'
import {
  countFilters,
  parseProblemQuery,
  problemListPath,
  toApiQuery,
  withoutFilters,
  withToggled,
} from './problem-query.ts'

const known = { topics: ['arrays-hashing', 'trees', 'graphs'], patterns: ['hash-map', 'bfs'] }
const parse = (address: string, signedIn = true) => {
  const search: Record<string, string | string[]> = {}
  for (const [name, value] of new URL(address, 'http://codify.invalid').searchParams) {
    search[name] = name in search ? [search[name] ?? [], value].flat() : value
  }
  return parseProblemQuery({ search, known, signedIn })
}

describe('the address of a problem list', () => {
  it('holds nothing while everything is at its default', () => {
    expect(problemListPath(parse('/problems'))).toBe('/problems')
  })

  it('says the same again after it was read', () => {
    const path =
      '/problems?q=two+sum&topic=trees&topic=graphs&pattern=bfs&difficulty=easy&list=blind75&status=todo&sort=upvotes'
    expect(problemListPath(parse(path))).toBe(path)
  })

  it('is read without what makes no sense in it', () => {
    const query = parse(
      '/problems?topic=cooking&difficulty=impossible&sort=colour&list=x&colour=red&pattern=hash-map',
    )
    expect(problemListPath(query)).toBe('/problems?pattern=hash-map')
  })

  it('names each value once', () => {
    expect(parse('/problems?topic=trees&topic=trees').topic).toEqual(['trees'])
  })

  it('has no status and nothing of one’s own for somebody who is not signed in', () => {
    expect(parse('/problems?status=solved&mine=true', false)).toMatchObject({ status: [], mine: [] })
  })

  it('takes the first of several searches, without the space around it, and no more than the API takes', () => {
    expect(parse('/problems?q=+sum+&q=other').q).toBe('sum')
    expect(parse(`/problems?q=${'a'.repeat(500)}`).q).toHaveLength(100)
  })
})

describe('filters', () => {
  it('are set and taken off one by one', () => {
    const on = withToggled(parse('/problems'), 'topic', 'trees')
    expect(on.topic).toEqual(['trees'])
    expect(withToggled(on, 'topic', 'trees').topic).toEqual([])
  })

  it('stop at as many values as the API takes', () => {
    const many = Array.from({ length: 25 }, (_, index) => `p${index}`)
    const query = many.reduce((all, value) => withToggled(all, 'pattern', value), parse('/problems'))
    expect(query.pattern).toHaveLength(20)
    const search = { pattern: many }
    expect(
      parseProblemQuery({ search, known: { topics: [], patterns: many }, signedIn: false }).pattern,
    ).toHaveLength(20)
  })

  it('are counted without the search, and cleared without the order', () => {
    const query = parse('/problems?q=sum&topic=trees&difficulty=easy&sort=title')
    expect(countFilters(query)).toBe(2)
    expect(problemListPath(withoutFilters(query))).toBe('/problems?sort=title')
  })

  it('show one’s own problems alone', () => {
    expect(toApiQuery(parse('/problems?mine=true'))).toMatchObject({ mine: 'true' })
    expect(problemListPath(parse('/problems?mine=true&mine=false'))).toBe('/problems?mine=true')
  })

  it('reach the API without an empty search', () => {
    expect(toApiQuery(parse('/problems?difficulty=hard'))).toEqual({
      topic: [],
      pattern: [],
      difficulty: ['hard'],
      list: [],
      status: [],
      sort: 'number',
    })
  })
})
