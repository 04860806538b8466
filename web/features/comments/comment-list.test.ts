import type { Comment, CommentTag } from '@codify/api/contract'
import { describe, expect, it } from 'vitest'
import { applyChange, type CommentList, withPage } from './comment-list.ts'

const comment = (id: string, tag: CommentTag | null = null): Comment => ({
  id,
  author: 'Ada',
  mine: true,
  body: id,
  tag,
  hidden: false,
  reported: false,
  created_at: '2026-01-01T00:00:00.000Z',
  updated_at: '2026-01-01T00:00:00.000Z',
})
const list: CommentList = {
  items: [comment('b', 'too_hard'), comment('a')],
  nextCursor: 'more',
  total: 9,
  tagCounts: { too_hard: 3, good_intro: 1, pattern_practice: 0 },
}
const ids = ({ items }: CommentList) => items.map(({ id }) => id)

describe('a list of comments', () => {
  it('takes a new one where its order puts it, and counts it', () => {
    const added = applyChange(list, { type: 'added', comment: comment('c', 'good_intro'), order: 'newest' })
    expect(ids(added)).toEqual(['c', 'b', 'a'])
    expect(added).toMatchObject({ total: 10, tagCounts: { too_hard: 3, good_intro: 2 } })
    const last = applyChange(list, { type: 'added', comment: comment('c'), order: 'oldest' })
    expect(ids(last)).toEqual(['b', 'a', 'c'])
  })

  it('moves a count when a tag changes', () => {
    const edited = applyChange(list, { type: 'edited', comment: comment('b', 'pattern_practice') })
    expect(edited.tagCounts).toEqual({ too_hard: 2, good_intro: 1, pattern_practice: 1 })
    expect(edited.total).toBe(9)
  })

  it('drops a deleted one and its tag', () => {
    const removed = applyChange(list, { type: 'removed', id: 'b' })
    expect(ids(removed)).toEqual(['a'])
    expect(removed).toMatchObject({ total: 8, tagCounts: { too_hard: 2 } })
  })

  it('stays as it is for a comment that is not there', () => {
    expect(applyChange(list, { type: 'removed', id: 'x' })).toBe(list)
    expect(applyChange(list, { type: 'edited', comment: comment('x') })).toBe(list)
  })

  it('shows a comment once, though a page brings it again', () => {
    const page = { items: [comment('d'), comment('b')], next_cursor: null }
    expect(withPage(list, page)).toMatchObject({ nextCursor: null })
    expect(ids(withPage(list, page))).toEqual(['a', 'd', 'b'])
  })
})
