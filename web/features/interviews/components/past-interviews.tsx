import type { Interview } from '@codify/api/contract'
import Link from 'next/link'
import { LocalTime } from '@/components/local-time.tsx'
import { Badge } from '@/components/ui/badge.tsx'
import { routes } from '@/lib/routes.ts'

type PastInterviewsProps = { interviews: Interview[]; patternTitles: Record<string, string> }

/** The last twenty that ended. */
export function PastInterviews({ interviews, patternTitles }: PastInterviewsProps) {
  return (
    <section aria-labelledby="past" className="flex flex-col gap-3">
      <h2 id="past" className="font-semibold tracking-tight">
        Earlier interviews
      </h2>
      <ul className="divide-y divide-border rounded-xl border border-border bg-surface">
        {interviews.map(({ id, reveal, prediction, started_at }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 gap-y-1 px-5 py-3 text-sm">
            <Link href={routes.interview(id)} className="font-medium hover:text-accent">
              {reveal?.title ?? 'Interview'}
            </Link>
            {prediction && (
              <span className="text-subtle">
                {patternTitles[prediction.pattern] ?? prediction.pattern}, {prediction.confidence} % sure
              </span>
            )}
            {reveal?.is_right != null && (
              <Badge tone={reveal.is_right ? 'success' : 'warning'}>
                {reveal.is_right ? 'Right pattern' : 'Another pattern'}
              </Badge>
            )}
            {reveal?.outcome === 'accepted' && <Badge tone="success">Accepted</Badge>}
            <LocalTime moment={started_at} className="ml-auto text-subtle text-xs" />
          </li>
        ))}
      </ul>
    </section>
  )
}
