'use client'

import { CalendarCheck, CalendarPlus } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { formatDay } from '@/lib/calendar-day.ts'
import { routes } from '@/lib/routes.ts'
import { useAddToPlan } from '../use-add-to-plan.ts'

type AddToPlanProps = {
  slug: string
  title: string
  /** The day on which the plan holds it; null where it does not. */
  day: string | null
}

/** Puts the problem into the plan; where it is planned already, its place instead. */
export function AddToPlan({ slug, title, day: known }: AddToPlanProps) {
  const { isBusy, day, add } = useAddToPlan({ slug, title, known })
  const link = useRef<HTMLAnchorElement>(null)
  const [hasAdded, setHasAdded] = useState(false)

  // The button that was pressed is gone; whoever works with keys goes on at what took its place.
  useEffect(() => {
    if (hasAdded && day !== null) link.current?.focus()
  }, [hasAdded, day])

  if (day !== null)
    return (
      <Button asChild variant="secondary">
        <Link ref={link} href={routes.planDay(day)}>
          <CalendarCheck aria-hidden className="text-success!" />
          In your plan: {formatDay(day)}
        </Link>
      </Button>
    )
  return (
    <Button
      variant="secondary"
      loading={isBusy}
      onClick={async () => {
        if (await add()) setHasAdded(true)
      }}
    >
      <CalendarPlus aria-hidden />
      Add to plan
    </Button>
  )
}
