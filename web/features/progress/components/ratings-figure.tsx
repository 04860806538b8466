import Link from 'next/link'
import { routes } from '@/lib/routes.ts'
import type { MapTopic } from '../topic-map.ts'
import { gapInWords, ratingsInWords } from '../words.ts'
import { Figure } from './figure.tsx'

/** Compares self-ratings with measured levels. */
export function RatingsFigure({ topics }: { topics: readonly MapTopic[] }) {
  const measured = topics.filter(({ measuredRating }) => measuredRating !== null)
  const waiting = topics.filter(({ measuredRating, attempts }) => measuredRating === null && attempts > 0)
  const common = { id: 'ratings', title: 'What you said and what was measured', says: ratingsInWords(topics) }
  if (measured.length === 0) return <Figure {...common} />
  return (
    <Figure {...common}>
      <table className="w-full text-left text-sm tabular-nums">
        <caption className="sr-only">Your own rating of each topic and the measured one, from 1 to 5</caption>
        <thead className="text-subtle text-xs">
          <tr>
            <th scope="col" className="pb-2 font-medium">
              Topic
            </th>
            <th scope="col" className="whitespace-nowrap pb-2 pl-4 font-medium">
              <span
                aria-hidden
                className="mr-1.5 hidden size-2.5 rounded-full border-2 sm:inline-block border-chart-plan"
              />
              You said
            </th>
            <th scope="col" className="whitespace-nowrap pb-2 pl-4 font-medium">
              <span aria-hidden className="mr-1.5 hidden size-2.5 rounded-full bg-accent sm:inline-block" />
              Measured
            </th>
            <td className="hidden sm:table-cell" />
            <th scope="col" className="pb-2 pl-4 text-right font-medium">
              Gap
            </th>
          </tr>
        </thead>
        <tbody className="divide-y divide-border border-border border-t">
          {measured.map((topic) => (
            <tr key={topic.slug}>
              <th scope="row" className="py-2.5 font-medium">
                <Link
                  href={routes.problemsOfTopic(topic.slug)}
                  prefetch={false}
                  className="underline decoration-border underline-offset-4 hover:text-accent hover:decoration-current"
                >
                  {topic.title}
                </Link>
              </th>
              <td className="py-2.5 pl-4">{topic.selfRating ?? '–'}</td>
              <td className="py-2.5 pl-4">{topic.measuredRating}</td>
              <td aria-hidden className="hidden w-40 py-2.5 pl-4 sm:table-cell">
                <Scale said={topic.selfRating} measured={topic.measuredRating ?? 0} />
              </td>
              <td className="whitespace-nowrap py-2.5 pl-4 text-right">{gapInWords(topic)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {waiting.length > 0 && (
        <p className="text-sm text-subtle leading-relaxed">
          Not enough measured yet: {waiting.map(({ title }) => title).join(', ')}.
        </p>
      )}
    </Figure>
  )
}

/** From 1 to 5: a ring for what was said, a dot for what was measured. */
function Scale({ said, measured }: { said: number | null; measured: number }) {
  const at = (rating: number) => 8 + (rating - 1) * 32
  return (
    <svg viewBox="0 0 144 16" className="h-4 w-36" aria-hidden="true">
      <line x1="8" x2="136" y1="8" y2="8" className="stroke-border" strokeWidth="2" />
      {[1, 2, 3, 4, 5].map((rating) => (
        <circle key={rating} cx={at(rating)} cy="8" r="2" className="fill-border" />
      ))}
      {said !== null && (
        <>
          <line x1={at(said)} x2={at(measured)} y1="8" y2="8" className="stroke-accent" strokeWidth="2.5" />
          <circle cx={at(said)} cy="8" r="6" className="fill-surface stroke-chart-plan" strokeWidth="2" />
        </>
      )}
      <circle cx={at(measured)} cy="8" r={said === measured ? 3 : 6} className="fill-accent" />
    </svg>
  )
}
