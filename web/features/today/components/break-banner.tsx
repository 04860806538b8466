import type { Today } from '@codify/api/contract'
import { Palmtree } from 'lucide-react'
import Link from 'next/link'
import { formatDay } from '@/lib/calendar-day.ts'
import { routes } from '@/lib/routes.ts'

/** Days off: nothing is planned, and nothing is missed. */
export function BreakBanner({
  days: { to },
  next,
}: {
  days: NonNullable<Today['break']>
  next: Today['next_day']
}) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-accent/30 bg-accent-soft/60 px-4 py-3 text-sm"
    >
      <Palmtree aria-hidden className="size-4 shrink-0 text-accent" />
      <p className="min-w-0 flex-[1_1_14rem]">
        You have days off until {formatDay(to, 'long')}. Nothing is missed
        {next ? `; practice goes on on ${formatDay(next.date, 'long')}.` : '.'}
      </p>
      <Link href={routes.settings} className="font-medium text-accent underline-offset-4 hover:underline">
        Change
      </Link>
    </div>
  )
}
