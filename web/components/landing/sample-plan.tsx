import { Check } from 'lucide-react'
import { Card } from '@/components/ui/card.tsx'
import { DifficultyBadge } from '@/components/ui/difficulty-badge.tsx'
import { cn } from '@/lib/cn.ts'

const days = [
  {
    day: 'Monday',
    topic: 'Arrays and hashing',
    problems: [
      {
        title: 'Group Anagrams',
        difficulty: 'medium',
        minutes: 25,
        reason: 'First contact after two easy ones',
        done: true,
      },
    ],
  },
  {
    day: 'Wednesday',
    topic: 'Two pointers',
    problems: [
      {
        title: 'Container With Most Water',
        difficulty: 'medium',
        minutes: 30,
        reason: 'You rated this topic 2 of 5',
        done: false,
      },
      {
        title: 'Valid Palindrome',
        difficulty: 'easy',
        minutes: 10,
        reason: 'A review, five days on',
        done: false,
      },
    ],
  },
  {
    day: 'Saturday',
    topic: 'Trees',
    problems: [
      {
        title: 'Validate Binary Search Tree',
        difficulty: 'medium',
        minutes: 35,
        reason: 'A cold try before skipping ahead',
        done: false,
      },
    ],
  },
] as const

/** Sample week with made-up days. */
export function SamplePlan() {
  return (
    <figure aria-label="An example of a week in a plan">
      <Card className="overflow-hidden shadow-popover">
        <div className="flex items-baseline justify-between border-border border-b px-5 py-4">
          <p className="font-semibold text-sm">Week 2</p>
          <p className="text-sm text-subtle tabular-nums">5 h 10 of 6 h</p>
        </div>
        <ol className="divide-y divide-border">
          {days.map(({ day, topic, problems }) => (
            <li key={day} className="px-5 py-4">
              <p className="mb-3 flex justify-between gap-4 text-xs">
                <span className="font-medium">{day}</span>
                <span className="text-subtle">{topic}</span>
              </p>
              <ul className="flex flex-col gap-3">
                {problems.map(({ title, difficulty, minutes, reason, done }) => (
                  <li key={title} className="flex items-start gap-3">
                    <span
                      aria-hidden
                      className={cn(
                        'mt-0.5 flex size-4.5 shrink-0 items-center justify-center rounded-full border',
                        done ? 'border-success bg-success text-surface' : 'border-input',
                      )}
                    >
                      {done && <Check className="size-3" strokeWidth={3} />}
                    </span>
                    <span className="min-w-0 flex-1">
                      <span className="block font-medium text-sm">{title}</span>
                      <span className="block text-subtle text-xs leading-relaxed">{reason}</span>
                    </span>
                    <span className="flex shrink-0 items-center gap-2">
                      <DifficultyBadge difficulty={difficulty} />
                      <span className="hidden w-11 text-right sm:block text-subtle text-xs tabular-nums">
                        {minutes} min
                      </span>
                    </span>
                  </li>
                ))}
              </ul>
            </li>
          ))}
        </ol>
      </Card>
    </figure>
  )
}
