import type { Comment, CommentPage, CommentTag } from '@codify/api/contract'

export type TagCounts = Record<CommentTag, number>
export type CommentList = {
  items: Comment[]
  nextCursor: string | null
  /** Of the whole problem, not only of what is shown. */
  total: number
  tagCounts: TagCounts
}

export type CommentChange =
  | { type: 'added'; comment: Comment; order: CommentOrder }
  | { type: 'edited'; comment: Comment }
  | { type: 'removed'; id: string }
export type CommentOrder = 'newest' | 'oldest'

/** The list after one change, with its counts. A change to a comment that is not there changes nothing. */
export function applyChange(list: CommentList, change: CommentChange): CommentList {
  if (change.type === 'added') {
    const { comment, order } = change
    const items = order === 'newest' ? [comment, ...list.items] : [...list.items, comment]
    const tagCounts = moveTag(list.tagCounts, { from: null, to: comment.tag })
    return { ...list, items, total: list.total + 1, tagCounts }
  }
  const id = change.type === 'edited' ? change.comment.id : change.id
  const before = list.items.find((item) => item.id === id)
  if (!before) return list
  if (change.type === 'edited') {
    const items = list.items.map((item) => (item.id === id ? change.comment : item))
    return {
      ...list,
      items,
      tagCounts: moveTag(list.tagCounts, { from: before.tag, to: change.comment.tag }),
    }
  }
  return {
    ...list,
    items: list.items.filter((item) => item.id !== id),
    total: Math.max(0, list.total - 1),
    tagCounts: moveTag(list.tagCounts, { from: before.tag, to: null }),
  }
}

/** Adds a page at the end; what it repeats (one's own new comment, say) takes its place there. */
export function withPage(list: CommentList, page: CommentPage): CommentList {
  const repeated = new Set(page.items.map((item) => item.id))
  const items = [...list.items.filter((item) => !repeated.has(item.id)), ...page.items]
  return { ...list, items, nextCursor: page.next_cursor }
}

function moveTag(counts: TagCounts, { from, to }: { from: CommentTag | null; to: CommentTag | null }) {
  const moved = { ...counts }
  if (from) moved[from] = Math.max(0, moved[from] - 1)
  if (to) moved[to] += 1
  return moved
}
