'use client'

import Link from 'next/link'
import { useId } from 'react'
import { Slider } from '@/components/ui/slider.tsx'
import { cn } from '@/lib/cn.ts'
import { count } from '@/lib/count.ts'
import { routes } from '@/lib/routes.ts'
import { useWhatIf } from '../use-what-if.ts'
import { whatIfWords } from '../what-if-words.ts'

const mostHours = 80
/** A plan covers no more, however far the learner's time goes. */
const mostWeeks = 4
/** The step of the questionnaire that asks for the time. */
const timeStep = 2

/** What would fit with more time or less, answered by the planner as the sliders move. Nothing is changed by it. */
export function WhatIf({ hoursPerWeek, timelineWeeks }: { hoursPerWeek: number; timelineWeeks: number }) {
  const { asked, ask, answer, failure, isAsking } = useWhatIf({
    hours: hoursPerWeek,
    weeks: Math.min(timelineWeeks, mostWeeks),
  })
  const words = answer && whatIfWords(answer)
  return (
    <section aria-labelledby="what-if" className="flex flex-col gap-4">
      <div className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id="what-if" className="font-medium text-sm">
          What if you had more time, or less?
        </h3>
        <Link
          href={routes.intakeStep(timeStep)}
          className="font-medium text-accent text-sm underline-offset-4 hover:text-accent-hover hover:underline"
        >
          Change your hours
        </Link>
      </div>
      <div className="grid gap-x-10 gap-y-4 sm:grid-cols-2">
        <TimeSlider
          label="Hours a week"
          unit="hour"
          max={mostHours}
          value={asked.hours}
          onChange={(hours) => ask({ ...asked, hours })}
        />
        <TimeSlider
          label="Weeks"
          unit="week"
          max={mostWeeks}
          value={asked.weeks}
          onChange={(weeks) => ask({ ...asked, weeks })}
        />
      </div>
      <p
        aria-live="polite"
        aria-busy={isAsking}
        className={cn(
          'min-h-16 text-sm sm:min-h-6 leading-relaxed transition-opacity',
          isAsking && 'opacity-60',
        )}
      >
        {failure ? (
          <span className="text-danger">{failure}</span>
        ) : words ? (
          <>
            <span className="font-medium">{words.change}</span>{' '}
            <span className="text-subtle">{words.rest}</span>
          </>
        ) : (
          <span className="text-subtle">Move a slider to see what would fit. Your plan stays as it is.</span>
        )}
      </p>
    </section>
  )
}

type TimeSliderProps = {
  label: string
  unit: string
  max: number
  value: number
  onChange: (value: number) => void
}

function TimeSlider({ label, unit, max, value, onChange }: TimeSliderProps) {
  const id = useId()
  return (
    <div className="flex flex-col gap-1.5">
      <div className="flex items-baseline justify-between gap-3 text-sm">
        <span id={id}>{label}</span>
        <span aria-hidden className="font-medium tabular-nums">
          {count(value, unit)}
        </span>
      </div>
      <Slider
        aria-labelledby={id}
        valueText={count(value, unit)}
        min={1}
        max={max}
        value={value}
        onValueChange={onChange}
      />
    </div>
  )
}
