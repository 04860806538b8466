import Link from 'next/link'
import { Button } from '@/components/ui/button.tsx'
import { Progress } from '@/components/ui/progress.tsx'
import { count } from '@/lib/count.ts'
import { routes } from '@/lib/routes.ts'
import type { MapTopic } from '../topic-map.ts'
import { levelWords } from '../words.ts'
import { MasteryMark } from './mastery-mark.tsx'

type TopicDetailsProps = { topic: MapTopic; titles: Readonly<Record<string, string>> }

/** Details of one topic. */
export function TopicDetails({ topic, titles }: TopicDetailsProps) {
  const solved = `${topic.solved} of ${topic.problems} solved`
  return (
    <div className="flex flex-col gap-4 text-sm">
      <div className="flex flex-col gap-1">
        <p className="font-semibold leading-snug">{topic.title}</p>
        <MasteryMark level={topic.level} />
        <p className="text-subtle leading-relaxed">{levelWords[topic.level].meaning}</p>
      </div>
      <div className="flex flex-col gap-1.5">
        <p className="tabular-nums">{solved}</p>
        <Progress
          value={topic.solved}
          max={topic.problems}
          ariaLabel="Problems solved"
          valueText={solved}
          tone="success"
        />
      </div>
      <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 tabular-nums">
        <Fact name="You said">{topic.selfRating === null ? 'not rated' : `${topic.selfRating} of 5`}</Fact>
        <Fact name="Measured">
          {topic.measuredRating === null ? 'not yet' : `${topic.measuredRating} of 5`}
        </Fact>
        <Fact name="Rests on">
          {topic.attempts === 0
            ? 'no attempt'
            : `${count(topic.attempts, 'attempt')} on ${count(topic.days, 'day')}`}
        </Fact>
        <Fact name="Comes after">
          {topic.prerequisites.map((slug) => titles[slug] ?? slug).join(', ') || 'nothing'}
        </Fact>
      </dl>
      <Button asChild variant="secondary" size="sm" className="self-start">
        <Link href={routes.problemsOfTopic(topic.slug)}>See its problems</Link>
      </Button>
    </div>
  )
}

function Fact({ name, children }: { name: string; children: string }) {
  return (
    <>
      <dt className="text-subtle">{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
