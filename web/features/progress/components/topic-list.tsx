import Link from 'next/link'
import { routes } from '@/lib/routes.ts'
import type { MapTopic } from '../topic-map.ts'
import { MasteryMark } from './mastery-mark.tsx'

/** The topics in the order of the roadmap, each with what it builds on. */
export function TopicList({ topics }: { topics: readonly MapTopic[] }) {
  const titles = new Map(topics.map(({ slug, title }) => [slug, title]))
  return (
    <ul className="divide-y divide-border">
      {topics.map(({ slug, title, level, solved, problems, prerequisites }) => (
        <li
          key={slug}
          className="grid grid-cols-[1fr_auto] gap-x-4 gap-y-1 py-3 text-sm first:pt-0 last:pb-0"
        >
          <Link
            href={routes.problemsOfTopic(slug)}
            prefetch={false}
            className="justify-self-start font-medium underline decoration-border underline-offset-4 hover:text-accent hover:decoration-current"
          >
            {title}
          </Link>
          <MasteryMark level={level} />
          <p className="text-subtle text-xs leading-relaxed">
            {prerequisites.length === 0
              ? 'Where to begin'
              : `After ${prerequisites.map((before) => titles.get(before) ?? before).join(', ')}`}
          </p>
          <p className="justify-self-end text-subtle text-xs tabular-nums">
            {solved} of {problems} solved
          </p>
        </li>
      ))}
    </ul>
  )
}
