'use client'

import type { Comment } from '@codify/api/contract'
import { useRef, useState } from 'react'
import { LocalTime } from '@/components/local-time.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Markdown } from '@/components/ui/markdown.tsx'
import { cn } from '@/lib/cn.ts'
import type { CommentContent } from '../comment-content.ts'
import { tagLooks } from '../labels.ts'
import { CommentEditor } from './comment-editor.tsx'
import { DeleteComment } from './delete-comment.tsx'
import { ReportComment } from './report-comment.tsx'
import { isPending } from './use-comments.ts'

type CommentItemProps = {
  comment: Comment
  draftKey: string
  /** True if the comments above used up the page's budget for Markdown. */
  isPlain: boolean
  canReport: boolean
  onEdit: (content: CommentContent) => Promise<string | undefined>
  onDelete: () => void
}

export function CommentItem({ comment, draftKey, isPlain, canReport, onEdit, onDelete }: CommentItemProps) {
  const { author, mine, body, tag, created_at, updated_at } = comment
  const [editing, setEditing] = useState<{ content: CommentContent; problem?: string }>()
  const editButton = useRef<HTMLButtonElement>(null)
  const waiting = isPending(comment)

  function close() {
    setEditing(undefined)
    requestAnimationFrame(() => editButton.current?.focus())
  }

  async function save(content: CommentContent) {
    close()
    const problem = await onEdit(content)
    if (problem) setEditing({ content, problem })
    return problem
  }

  return (
    <article aria-label={`Comment by ${author}`} className={cn('py-5', waiting && 'opacity-60')}>
      <header className="mb-2 flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
        <span className="min-w-0 break-words font-medium">{author}</span>
        {mine && <Badge>You</Badge>}
        {comment.hidden && <Badge tone="warning">Hidden from others</Badge>}
        {tag && <Badge tone={tagLooks[tag].tone}>{tagLooks[tag].label}</Badge>}
        <span className="text-subtle text-xs">
          {waiting ? (
            'Posting'
          ) : (
            <>
              <LocalTime moment={created_at} />
              {updated_at !== created_at && ', edited'}
            </>
          )}
        </span>
      </header>
      {editing ? (
        <CommentEditor
          label="Edit your comment"
          submitLabel="Save"
          draftKey={draftKey}
          initial={editing.content}
          initialProblem={editing.problem}
          autoFocus
          onSubmit={save}
          onCancel={close}
        />
      ) : (
        <Markdown isPlain={isPlain}>{body}</Markdown>
      )}
      {canReport && !mine && (
        <div className="mt-2 -ml-2">
          <ReportComment id={comment.id} author={author} reported={comment.reported} />
        </div>
      )}
      {mine && !waiting && !editing && (
        <div className="mt-2 -ml-2 flex">
          <Button
            ref={editButton}
            variant="ghost"
            size="sm"
            className="h-7 px-2 text-subtle text-xs"
            onClick={() => setEditing({ content: { body, tag } })}
          >
            Edit
          </Button>
          <DeleteComment onDelete={onDelete} />
        </div>
      )}
    </article>
  )
}
