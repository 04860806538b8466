'use client'

import type { Intake, IntakeInput } from '@codify/api/contract'
import { CircleSlash } from 'lucide-react'
import { useFormContext, useWatch } from 'react-hook-form'
import { firstMessage } from '../first-message.ts'
import { ConfidenceGrid } from './confidence-grid.tsx'

/** Confidence by topic. */
export function StepTopics({ topics }: { topics: readonly { slug: string; title: string }[] }) {
  const { control, setValue, formState } = useFormContext<IntakeInput, unknown, Intake>()
  const [confidence = {}, skipped = []] = useWatch({ control, name: ['topic_confidence', 'known_topics'] })
  const error = firstMessage(formState.errors.topic_confidence) ?? firstMessage(formState.errors.known_topics)
  const options = { shouldDirty: true, shouldValidate: formState.isSubmitted }
  const answered = topics.filter(({ slug }) => slug in confidence || skipped.includes(slug)).length
  return (
    <div className="flex flex-col gap-4">
      <p className="flex items-baseline justify-between gap-3 text-sm text-subtle leading-relaxed">
        <span>
          <span className="max-sm:hidden">Type 1 to 5 to answer a row and go on to the next. </span>
          <CircleSlash aria-hidden className="inline size-4 align-text-bottom" /> leaves a topic out of your
          plan.
        </span>
        <span className="shrink-0 tabular-nums">
          {answered} of {topics.length}
        </span>
      </p>
      <ConfidenceGrid
        topics={topics}
        value={confidence}
        onChange={(value) => setValue('topic_confidence', value, options)}
        skipped={skipped}
        onSkippedChange={(value) => setValue('known_topics', value, options)}
      />
      {error && (
        <p role="alert" className="text-danger text-sm">
          {error}
        </p>
      )}
    </div>
  )
}
