import type { Today } from '@codify/api/contract'
import { Card, CardBody, CardTitle } from '@/components/ui/card.tsx'
import { paceInWords } from '../words.ts'

/** How often and how fast; a day off breaks nothing. */
export function Rhythm({ activeDays, pace }: { activeDays: Today['active_days']; pace: Today['pace'] }) {
  return (
    <Card>
      <CardBody className="flex flex-col gap-1.5">
        <CardTitle>Your rhythm</CardTitle>
        <p className="text-sm tabular-nums">
          You practised on {activeDays.count} of the last {activeDays.of} days
        </p>
        {pace && <p className="text-sm text-subtle leading-relaxed">{paceInWords(pace)}</p>}
      </CardBody>
    </Card>
  )
}
