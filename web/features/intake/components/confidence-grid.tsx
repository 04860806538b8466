'use client'

import { useRef } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { confidenceWords } from '../words.ts'
import { ConfidenceRow, marks } from './confidence-row.tsx'

type ConfidenceGridProps = {
  topics: readonly { slug: string; title: string }[]
  value: Record<string, number>
  onChange: (value: Record<string, number>) => void
  skipped: readonly string[]
  onSkippedChange: (skipped: string[]) => void
}

/** A row of 1–5 for each topic. A digit answers a row and goes on to the next one. */
export function ConfidenceGrid({ topics, value, onChange, skipped, onSkippedChange }: ConfidenceGridProps) {
  const list = useRef<HTMLUListElement>(null)

  function rate(slug: string, mark: number | undefined) {
    const { [slug]: _before, ...others } = value
    onChange(mark === undefined ? others : { ...others, [slug]: mark })
  }

  function rateAll(mark: number) {
    const rated = topics.filter(({ slug }) => !skipped.includes(slug)).map(({ slug }) => [slug, mark])
    onChange({ ...value, ...Object.fromEntries(rated) })
  }

  function focusRow(index: number) {
    const groups = list.current?.querySelectorAll('[role="radiogroup"]:not([aria-disabled="true"])') ?? []
    const next = [...groups].find((group) => Number(group.getAttribute('data-row')) >= index)
    const target = next?.querySelector<HTMLInputElement>('input:checked') ?? next?.querySelector('input')
    target?.focus()
  }

  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <span id="same-for-all" className="text-sm text-subtle">
          Same for all
        </span>
        <fieldset aria-labelledby="same-for-all" className="flex gap-1">
          {marks.map((mark) => (
            <Button
              key={mark}
              variant="secondary"
              size="sm"
              className="size-8 px-0 font-normal text-subtle shadow-none"
              aria-label={`Set all topics to ${mark}, ${confidenceWords[mark]}`}
              onClick={() => rateAll(mark)}
            >
              {mark}
            </Button>
          ))}
        </fieldset>
        <Button variant="ghost" size="sm" className="px-2 text-subtle" onClick={() => onChange({})}>
          Clear
        </Button>
      </div>
      <ul ref={list} className="grid border-border border-t sm:grid-cols-2 sm:gap-x-10">
        {topics.map((topic, index) => (
          <ConfidenceRow
            key={topic.slug}
            topic={topic}
            row={index}
            mark={value[topic.slug]}
            onRate={(mark) => rate(topic.slug, mark)}
            onDigit={() => focusRow(index + 1)}
            isSkipped={skipped.includes(topic.slug)}
            onSkip={(skip) =>
              onSkippedChange(skip ? [...skipped, topic.slug] : skipped.filter((slug) => slug !== topic.slug))
            }
          />
        ))}
      </ul>
    </div>
  )
}
