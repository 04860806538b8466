'use client'

import { COMMENT_MAX, commentTags } from '@codify/api/contract'
import { type FormEvent, useId, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Label } from '@/components/ui/label.tsx'
import { Markdown } from '@/components/ui/markdown.tsx'
import { Tabs, TabsContent, TabsList, TabsTrigger } from '@/components/ui/tabs.tsx'
import { Textarea } from '@/components/ui/textarea.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { cn } from '@/lib/cn.ts'
import { type CommentContent, emptyContent, findProblem, lengthOf } from '../comment-content.ts'
import { tagLooks } from '../labels.ts'
import { useDraft } from './use-draft.ts'

type CommentEditorProps = {
  label: string
  submitLabel: string
  /** Where unsent text is kept in this browser. */
  draftKey: string
  initial?: CommentContent
  /** Why an earlier try was refused. */
  initialProblem?: string | undefined
  autoFocus?: boolean
  /** Answers why the comment was refused, or undefined once it is posted. */
  onSubmit: (content: CommentContent) => Promise<string | undefined>
  onCancel?: () => void
}

/** From here on the reader is told how much room is left. */
const nearTheEnd = 100

export function CommentEditor(props: CommentEditorProps) {
  const { label, submitLabel, draftKey, initial = emptyContent, initialProblem, onSubmit, onCancel } = props
  const { content, change, clear } = useDraft(draftKey, initial)
  const [problem, setProblem] = useState(initialProblem)
  const [sending, setSending] = useState(false)
  const id = useId()
  // While it is on its way the comment stands in the list; here it only waits to come back if it is refused.
  const body = sending ? '' : content.body
  const left = COMMENT_MAX - lengthOf({ ...content, body })

  async function submit(event: FormEvent) {
    event.preventDefault()
    const found = findProblem(content)
    setProblem(found)
    if (found) return
    setSending(true)
    const refused = await onSubmit(content)
    setSending(false)
    setProblem(refused)
    if (!refused) clear()
  }

  function cancel() {
    clear()
    onCancel?.()
  }

  return (
    <form onSubmit={submit} noValidate aria-label={label} className="flex flex-col gap-3">
      <Tabs defaultValue="write">
        <TabsList aria-label="Write or preview">
          <TabsTrigger value="write">Write</TabsTrigger>
          <TabsTrigger value="preview">Preview</TabsTrigger>
        </TabsList>
        <TabsContent value="write" className="pt-3">
          <Label htmlFor={id} className="sr-only">
            {label}
          </Label>
          <Textarea
            id={id}
            value={body}
            readOnly={sending}
            className="max-h-96"
            autoFocus={props.autoFocus}
            onChange={(event) => {
              change({ ...content, body: event.target.value })
              setProblem(undefined)
            }}
            placeholder="What helped, what was hard, what to learn first. Please no full solutions."
            aria-describedby={`${id}-count${problem ? ` ${id}-problem` : ''}`}
            aria-invalid={problem ? true : undefined}
          />
        </TabsContent>
        <TabsContent value="preview" className="min-h-27 pt-4">
          {body.trim() ? (
            <Markdown>{body}</Markdown>
          ) : (
            <p className="text-sm text-subtle">Nothing to preview yet.</p>
          )}
        </TabsContent>
      </Tabs>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="text-danger text-sm leading-relaxed">
          {problem}
        </p>
      )}
      <div className="flex flex-wrap items-center gap-x-4 gap-y-3">
        <ToggleGroup
          type="single"
          size="sm"
          ariaLabel="Tag, if one fits"
          options={commentTags.map((value) => ({ value, label: tagLooks[value].label }))}
          value={content.tag && !sending ? content.tag : undefined}
          onValueChange={(tag) => change({ ...content, tag: tag ?? null })}
        />
        <p
          id={`${id}-count`}
          className={cn('text-xs tabular-nums', left < 0 ? 'text-danger' : 'text-subtle')}
        >
          {(COMMENT_MAX - left).toLocaleString('en-GB')} / {COMMENT_MAX.toLocaleString('en-GB')}
          <span className="sr-only"> characters</span>
        </p>
        <span aria-live="polite" className="sr-only">
          {left <= nearTheEnd && (left < 0 ? `${-left} characters too many` : `${left} characters left`)}
        </span>
        <div className="ml-auto flex gap-2">
          {onCancel && (
            <Button variant="ghost" size="sm" onClick={cancel}>
              Cancel
            </Button>
          )}
          <Button type="submit" size="sm" loading={sending}>
            {submitLabel}
          </Button>
        </div>
      </div>
    </form>
  )
}
