'use client'

import type { Intake, IntakeInput } from '@codify/api/contract'
import { useFormContext, useWatch } from 'react-hook-form'
import { formatDay } from '@/lib/calendar-day.ts'
import { count } from '@/lib/count.ts'
import { levelOptions, weaknessWords, weekdays } from '../words.ts'

type IntakeSummaryProps = {
  topics: readonly { slug: string; title: string }[]
  onChange: (step: number) => void
}

/** The answers of the first four steps in a few words, each with a way back. */
export function IntakeSummary({ topics, onChange }: IntakeSummaryProps) {
  const { control } = useFormContext<IntakeInput, unknown, Intake>()
  const intake = useWatch({ control })
  const days = intake.study_days ?? []
  const rated = Object.values(intake.topic_confidence ?? {})
  const weak = topics.filter(({ slug }) => (intake.topic_confidence?.[slug] ?? 3) <= 2)
  const rows = [
    {
      step: 1,
      name: 'You',
      text: [
        levelOptions.find(({ value }) => value === intake.level)?.label ?? 'No level yet',
        intake.role_target?.join(', ') || 'no role yet',
      ].join(' · '),
    },
    {
      step: 2,
      name: 'Time',
      text: [
        `${given(intake.hours_per_week, 'hour')} a week for ${given(intake.timeline_weeks, 'week')}`,
        days.length === 7
          ? 'every day'
          : weekdays
              .filter(({ value }) => days.includes(Number(value)))
              .map(({ label }) => label)
              .join(', '),
        intake.interview_date ? `interview on ${formatDay(intake.interview_date)}` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    },
    {
      step: 3,
      name: 'Topics',
      text: [
        `${rated.length} of ${topics.length} rated`,
        weak.length > 0
          ? `most work in ${weak
              .slice(0, 3)
              .map(({ title }) => title)
              .join(', ')}${weak.length > 3 ? ` and ${weak.length - 3} more` : ''}`
          : '',
        intake.known_topics?.length ? `${intake.known_topics.length} skipped` : '',
      ]
        .filter(Boolean)
        .join(' · '),
    },
    {
      step: 4,
      name: 'Weak spots',
      text:
        intake.weaknesses?.flatMap((each) => (each ? weaknessWords[each].label : [])).join(', ') ||
        'None named',
    },
  ]
  return (
    <section aria-labelledby="summary" className="rounded-xl border border-border bg-surface">
      <h2 id="summary" className="border-border border-b px-5 py-3 font-semibold text-sm">
        Your answers in short
      </h2>
      <dl className="divide-y divide-border px-5">
        {rows.map(({ step, name, text }) => (
          <div key={step} className="flex items-baseline gap-4 py-3 text-sm">
            <dt className="w-24 shrink-0 text-subtle">{name}</dt>
            <dd className="min-w-0 flex-1 break-words">{text}</dd>
            <dd>
              <button
                type="button"
                aria-label={`Change ${name.toLowerCase()}`}
                onClick={() => onChange(step)}
                className="rounded-md font-medium text-accent hover:text-accent-hover"
              >
                Change
              </button>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function given(amount: number | undefined, unit: string): string {
  return amount === undefined || Number.isNaN(amount) ? `no ${unit}s` : count(amount, unit)
}
