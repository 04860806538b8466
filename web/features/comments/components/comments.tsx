'use client'

import { commentTags, renderedTexts } from '@codify/api/contract'
import { MessageSquare } from 'lucide-react'
import Link from 'next/link'
import { useRef } from 'react'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Card, CardBody } from '@/components/ui/card.tsx'
import { Select } from '@/components/ui/select.tsx'
import { tagLooks } from '../labels.ts'
import { CommentEditor } from './comment-editor.tsx'
import { CommentItem } from './comment-item.tsx'
import { type UseCommentsInput, useComments } from './use-comments.ts'

type CommentsProps = Omit<UseCommentsInput, 'authorName'> & {
  /** Null for somebody who is not signed in, and reads. */
  learner: { id: string; name: string } | null
  signInHref: string
}

const orders = [
  { value: 'newest', label: 'Newest first' },
  { value: 'oldest', label: 'Oldest first' },
] as const

export function Comments({ learner, signInHref, ...input }: CommentsProps) {
  const comments = useComments({ ...input, authorName: learner?.name ?? '' })
  const heading = useRef<HTMLHeadingElement>(null)
  const isRendered = renderedTexts(comments.items.map(({ body }) => body))
  const draftKey = (of: string) => `codify:comment:${learner?.id}:${of}`

  return (
    <section aria-labelledby="comments">
      <div className="mb-4 flex flex-wrap items-center gap-x-3 gap-y-2">
        <h2
          id="comments"
          ref={heading}
          tabIndex={-1}
          className="font-semibold text-lg tracking-tight outline-none"
        >
          Comments <span className="font-normal text-subtle tabular-nums">{comments.total}</span>
        </h2>
        {commentTags
          .filter((tag) => comments.tagCounts[tag] > 0)
          .map((tag) => (
            <Badge key={tag} tone={tagLooks[tag].tone}>
              {tagLooks[tag].label} {comments.tagCounts[tag]}
            </Badge>
          ))}
        {comments.total > 1 && (
          <Select
            options={orders}
            value={comments.order}
            onValueChange={comments.sortBy}
            ariaLabel="Order of comments"
            disabled={comments.loading}
            className="ml-auto w-40"
          />
        )}
      </div>
      <Card>
        <CardBody className="pt-3 sm:pt-4">
          {learner ? (
            <CommentEditor
              label="Your comment"
              submitLabel="Post comment"
              draftKey={draftKey(input.slug)}
              onSubmit={comments.write}
            />
          ) : (
            <div className="flex flex-wrap items-center justify-between gap-3 pt-2">
              <p className="text-sm text-subtle">Tell others what helped, and what was hard.</p>
              <Button asChild variant="secondary" size="sm">
                <Link href={signInHref}>Sign in to comment</Link>
              </Button>
            </div>
          )}
        </CardBody>
      </Card>
      {comments.items.length === 0 ? (
        <p className="flex items-center gap-2.5 px-1 py-8 text-sm text-subtle">
          <MessageSquare aria-hidden className="size-4" />
          No comments yet. The first one helps the most.
        </p>
      ) : (
        <ol aria-label="Comments" aria-busy={comments.loading} className="mt-2 divide-y divide-border px-1">
          {comments.items.map((comment, at) => (
            <li key={comment.id}>
              <CommentItem
                comment={comment}
                draftKey={draftKey(comment.id)}
                isPlain={!isRendered[at]}
                canReport={learner !== null}
                onEdit={(content) => comments.edit(comment, content)}
                onDelete={() => {
                  // The button that was pressed goes with the comment.
                  requestAnimationFrame(() => heading.current?.focus())
                  void comments.remove(comment)
                }}
              />
            </li>
          ))}
        </ol>
      )}
      {comments.nextCursor !== null && (
        <div className="mt-4 flex justify-center">
          <Button variant="secondary" loading={comments.loading} onClick={comments.loadMore}>
            Load more comments
          </Button>
        </div>
      )}
    </section>
  )
}
