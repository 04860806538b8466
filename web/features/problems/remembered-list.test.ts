import type { Problem } from '@codify/api/contract'
import { describe, expect, it } from 'vitest'
import {
  laterPages,
  noteProblem,
  noteUpvote,
  recallLaterPages,
  rememberList,
  takeStale,
} from './remembered-list.ts'

const problem = (id: string, upvotes = 0): Problem => ({
  id,
  slug: id,
  number: 1,
  title: id,
  url: 'https://leetcode.com/problems/x/',
  source: 'leetcode',
  topic: 'trees',
  difficulty: 'easy',
  patterns: [],
  minutes: 15,
  lists: [],
  acceptance: 50,
  premium: false,
  own: false,
  has_exercise: false,
  upvotes,
  upvoted: false,
  comment_count: 0,
  tag_counts: { too_hard: 0, good_intro: 0, pattern_practice: 0 },
  status: 'todo',
})
const firstPage = { items: [problem('a'), problem('b')], next_cursor: 'after-b' }
const remembered = { path: '/problems', firstIds: ['a', 'b'], items: [problem('c')], nextCursor: 'after-c' }

describe('a list one comes back to', () => {
  it('goes on after the pages that were loaded', () => {
    expect(laterPages({ remembered, path: '/problems', firstPage })).toEqual({
      items: [problem('c')],
      nextCursor: 'after-c',
    })
  })

  it('starts afresh for another address, another first page, or when nothing is remembered', () => {
    const afresh = { items: [], nextCursor: 'after-b' }
    expect(laterPages({ remembered, path: '/problems?q=x', firstPage })).toEqual(afresh)
    expect(laterPages({ remembered: undefined, path: '/problems', firstPage })).toEqual(afresh)
    const other = { ...firstPage, items: [problem('b'), problem('a')] }
    expect(laterPages({ remembered, path: '/problems', firstPage: other })).toEqual(afresh)
  })

  it('is asked for again once after an upvote', () => {
    expect(takeStale()).toBe(false)
    noteUpvote(problem('a', 1))
    expect([takeStale(), takeStale()]).toEqual([true, false])
  })

  it('shows what has changed since', () => {
    rememberList(remembered)
    noteProblem(problem('c', 7))
    expect(recallLaterPages('/problems', firstPage).items[0]?.upvotes).toBe(7)
  })
})
