'use client'

import { decisionSchema, type ModerationAction, type QueuedComment } from '@codify/api/contract'
import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useId, useState } from 'react'
import { LocalTime } from '@/components/local-time.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { Button } from '@/components/ui/button.tsx'
import { Card } from '@/components/ui/card.tsx'
import { Field } from '@/components/ui/field.tsx'
import { Input } from '@/components/ui/input.tsx'
import { Markdown } from '@/components/ui/markdown.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { reportReasonLabels } from '@/features/comments/labels.ts'
import { isSignedOut, messageOf } from '@/lib/browser-api.ts'
import { routes } from '@/lib/routes.ts'
import { useFieldErrors } from '@/lib/use-field-errors.ts'
import { useSignIn } from '@/lib/use-sign-in.ts'
import { decide } from '../actions.ts'
import { actionLabels, doneWords } from '../words.ts'

type QueuedItemProps = { comment: QueuedComment; isPlain: boolean; onDecided: () => void }

/** One reported comment, why it was reported, and the decision about it. */
export function QueuedItem({ comment, isPlain, onDecided }: QueuedItemProps) {
  const router = useRouter()
  const { signInAgain } = useSignIn()
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const { errors, setErrors, answered } = useFieldErrors<'reason'>()
  const [sending, setSending] = useState<ModerationAction>()

  async function send(action: ModerationAction) {
    const decision = decisionSchema.safeParse({ action, reason })
    if (!decision.success) return setErrors({ reason: decision.error.issues[0]?.message })
    setErrors({})
    setSending(action)
    try {
      await decide(comment.id, decision.data)
      toast.success(doneWords[action])
      onDecided()
      router.refresh()
    } catch (error) {
      if (isSignedOut(error)) signInAgain()
      setErrors({ reason: messageOf(error) })
    } finally {
      setSending(undefined)
    }
  }

  return (
    <Card className="flex flex-col gap-4 p-5">
      <div className="flex flex-wrap items-center gap-x-2.5 gap-y-1 text-sm">
        <span className="min-w-0 break-words font-medium">{comment.author}</span>
        <span className="text-subtle">
          on{' '}
          <Link className="text-accent underline underline-offset-2" href={routes.problem(comment.problem)}>
            {comment.problem}
          </Link>
        </span>
        <span className="text-subtle text-xs">
          <LocalTime moment={comment.created_at} />
        </span>
        {comment.hidden && <Badge tone="warning">Hidden</Badge>}
      </div>
      <div className="rounded-lg border border-border p-4">
        <Markdown isPlain={isPlain}>{comment.body}</Markdown>
      </div>
      <ul aria-label="Reports" className="flex flex-col gap-1.5 text-sm">
        {comment.reports.map((report) => (
          <li key={`${report.created_at} ${report.reason} ${report.note}`} className="break-words">
            <span className="font-medium">{reportReasonLabels[report.reason]}</span>
            {report.note && <span className="text-subtle">: {report.note}</span>}
          </li>
        ))}
      </ul>
      {comment.mine ? (
        <p className="text-sm text-subtle">This is your own comment: another moderator decides about it.</p>
      ) : (
        <div className="flex flex-col gap-3">
          <Field
            label="Why"
            hint="Kept in the log for the other moderators."
            htmlFor={reasonId}
            error={errors.reason}
          >
            <Input
              value={reason}
              maxLength={500}
              onChange={(event) => {
                setReason(event.target.value)
                answered('reason')
              }}
            />
          </Field>
          <div className="flex flex-wrap gap-2">
            {actionLabels.map(({ value, label, variant }) => (
              <Button
                key={value}
                size="sm"
                variant={variant}
                loading={sending === value}
                disabled={sending !== undefined}
                onClick={() => send(value)}
              >
                {label}
              </Button>
            ))}
          </div>
        </div>
      )}
    </Card>
  )
}
