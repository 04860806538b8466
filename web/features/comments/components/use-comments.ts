'use client'

import type { Comment, CommentPage } from '@codify/api/contract'
import { useRouter } from 'next/navigation'
import { startTransition, useOptimistic, useState } from 'react'
import { toast } from '@/components/ui/toaster.tsx'
import { ApiError, isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { deleteComment, editComment, fetchComments, writeComment } from '../actions.ts'
import type { CommentContent } from '../comment-content.ts'
import {
  applyChange,
  type CommentChange,
  type CommentOrder,
  type TagCounts,
  withPage,
} from '../comment-list.ts'

export type UseCommentsInput = {
  slug: string
  /** Under which one's own comments show before the API has answered. */
  authorName: string
  firstPage: CommentPage
  total: number
  tagCounts: TagCounts
}

/** A problem's comments. Each change shows at once, and goes back when the API refuses it. */
export function useComments({ slug, authorName, firstPage, total, tagCounts }: UseCommentsInput) {
  const router = useRouter()
  const { signInAgain } = useSignIn()
  const [order, setOrder] = useState<CommentOrder>('newest')
  const [loading, setLoading] = useState(false)
  const [saved, setSaved] = useState({
    items: firstPage.items,
    nextCursor: firstPage.next_cursor,
    total,
    tagCounts,
  })
  const [shown, show] = useOptimistic(saved, applyChange)

  /** Why the change was refused, in words; undefined when it is done. */
  function attempt(hoped: CommentChange, call: () => Promise<CommentChange>): Promise<string | undefined> {
    return new Promise((resolve) => {
      startTransition(async () => {
        show(hoped)
        try {
          const done = await call()
          startTransition(() => setSaved((before) => applyChange(before, done)))
          resolve(undefined)
          router.refresh()
        } catch (error) {
          if (isSignedOut(error)) signInAgain()
          resolve(bodyProblem(error) ?? messageOf(error))
        }
      })
    })
  }

  function write(content: CommentContent) {
    const moment = new Date().toISOString()
    const comment: Comment = {
      ...content,
      id: `${pendingPrefix}${crypto.randomUUID()}`,
      author: authorName,
      mine: true,
      hidden: false,
      reported: false,
      created_at: moment,
      updated_at: moment,
    }
    return attempt({ type: 'added', comment, order }, async () => ({
      type: 'added',
      comment: await writeComment(slug, content),
      order,
    }))
  }

  function edit(comment: Comment, content: CommentContent) {
    const updated_at = new Date().toISOString()
    return attempt({ type: 'edited', comment: { ...comment, ...content, updated_at } }, async () => ({
      type: 'edited',
      comment: await editComment(comment.id, content),
    }))
  }

  async function remove({ id }: Comment) {
    const gone: CommentChange = { type: 'removed', id }
    const problem = await attempt(gone, async () => {
      await deleteComment(id)
      return gone
    })
    if (problem) toast.error('Your comment was not deleted', { description: problem })
  }

  async function fetchPage(sort: CommentOrder, cursor?: string) {
    setLoading(true)
    try {
      const page = await fetchComments({ slug, sort, ...(cursor !== undefined && { cursor }) })
      setOrder(sort)
      setSaved((before) => withPage(cursor === undefined ? { ...before, items: [] } : before, page))
    } catch (error) {
      toast.error('Comments could not be loaded', { description: messageOf(error) })
    } finally {
      setLoading(false)
    }
  }

  return {
    ...shown,
    order,
    loading,
    write,
    edit,
    remove,
    sortBy: (next: CommentOrder) => fetchPage(next),
    loadMore: () => (saved.nextCursor === null ? Promise.resolve() : fetchPage(order, saved.nextCursor)),
  }
}

const pendingPrefix = 'pending-'

/** True while a comment is on screen and not yet stored by the API. */
export function isPending({ id }: Comment): boolean {
  return id.startsWith(pendingPrefix)
}

function bodyProblem(error: unknown): string | undefined {
  return error instanceof ApiError ? error.errors.find(({ field }) => field === 'body')?.message : undefined
}
