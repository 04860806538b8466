import { describe, expect, it } from 'vitest'
import { filterGroups } from './catalogue.ts'
import { parseProblemQuery } from './problem-query.ts'

const catalogue = {
  topics: [
    { slug: 'trees', title: 'Trees', prerequisites: [] },
    { slug: 'graphs', title: 'Graphs', prerequisites: ['trees'] },
  ],
  patterns: [
    { slug: 'bfs', title: 'Breadth first', topics: ['trees', 'graphs'] },
    { slug: 'union-find', title: 'Union find', topics: ['graphs'] },
  ],
}
const known = { topics: ['trees', 'graphs'], patterns: ['bfs', 'union-find'] }
const groupsFor = (search: Record<string, string>, signedIn = false) =>
  filterGroups({ catalogue, query: parseProblemQuery({ search, known, signedIn }), signedIn })
const patternsFor = (search: Record<string, string>) =>
  groupsFor(search)
    .find(({ name }) => name === 'pattern')
    ?.options.map(({ value }) => value)

describe('the filters on offer', () => {
  it('are the patterns of the chosen topics only, and what is chosen already', () => {
    expect(patternsFor({})).toEqual(['bfs', 'union-find'])
    expect(patternsFor({ topic: 'trees' })).toEqual(['bfs'])
    expect(patternsFor({ topic: 'trees', pattern: 'union-find' })).toEqual(['bfs', 'union-find'])
  })

  it('have a status for learners only', () => {
    expect(groupsFor({}).some(({ name }) => name === 'status')).toBe(false)
    expect(groupsFor({}, true).some(({ name }) => name === 'status')).toBe(true)
  })
})
