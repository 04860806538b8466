import { labelOf } from '@codify/api/contract'
import { Globe } from 'lucide-react'
import Link from 'next/link'
import { routes } from '@/lib/routes.ts'

type TimeZoneNoticeProps = { unknown: string; timeZone: string /** Leads to the settings. */; leads: boolean }

/** Tells that a stored time zone is none, and which one stands in for it until the learner chooses. */
export function TimeZoneNotice({ unknown, timeZone, leads }: TimeZoneNoticeProps) {
  return (
    <div
      role="status"
      className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-xl border border-border bg-surface px-4 py-3 text-sm"
    >
      <Globe aria-hidden className="size-4 shrink-0 text-subtle" />
      <p className="min-w-0 flex-[1_1_14rem] break-words">
        We did not recognise your time zone “{unknown}” and use {labelOf(timeZone)}.
        {!leads && ' Choose yours below.'}
      </p>
      {leads && (
        <Link
          href={routes.settingsTimeZone}
          className="font-medium text-accent underline-offset-4 hover:underline"
        >
          Choose yours
        </Link>
      )}
    </div>
  )
}
