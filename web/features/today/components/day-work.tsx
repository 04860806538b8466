'use client'

import type { ItemAction, Today, TodayItem } from '@codify/api/contract'
import { Fragment, useEffect, useRef, useState } from 'react'
import { Card } from '@/components/ui/card.tsx'
import { Progress } from '@/components/ui/progress.tsx'
import { elapsedMinutes } from '@/features/attempts/stopwatch.ts'
import { readStopwatch, stopwatchKey, storeStopwatch } from '@/features/attempts/stored-stopwatch.ts'
import { solvedBefore } from '@/features/plan/components/plan-progress.tsx'
import { isPractised } from '@/features/plan/plan-items.ts'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { type DayKey, stepTo } from '../keys.ts'
import { useDay } from '../use-day.ts'
import { useDayKeys } from '../use-day-keys.ts'
import type { MarkedOutcome } from '../waiting-marks.ts'
import { BreakBanner } from './break-banner.tsx'
import { DayItemCard } from './day-item-card.tsx'
import { KeysLegend } from './keys-legend.tsx'
import { ShorterDay } from './shorter-day.tsx'
import { WhatMoved } from './what-moved.tsx'

type DayWorkProps = {
  initial: Today
  learnerId: string
  topicTitles: Readonly<Record<string, string>>
  /** Problems solved under the plans before. */
  solvedBefore: number
}

/** The day's problems in the order to do them, and all that can be done with them. */
export function DayWork({ initial, learnerId, topicTitles, solvedBefore: before }: DayWorkProps) {
  const work = useDay(initial, learnerId)
  const { day, isBusy } = work
  const cards = useRef(new Map<string, HTMLLIElement>())
  const [freedPlace, setFreedPlace] = useState<number>()
  const [showsKeys, setShowsKeys] = useState(false)
  const keys = useDayKeys(press)

  function mark(item: TodayItem, outcome: MarkedOutcome) {
    work.mark(item, outcome, takeMeasured(stopwatchKey(learnerId, item.slug)))
  }

  function act(item: TodayItem, action: ItemAction) {
    const place = day.items.indexOf(item)
    void work.act(item, action).then((isDone) => isDone && setFreedPlace(place))
  }

  // The card is gone; whoever works with keys goes on at its place.
  useEffect(() => {
    if (freedPlace === undefined) return
    setFreedPlace(undefined)
    if (document.activeElement === document.body) focusAt(freedPlace)
  })

  function focusAt(index: number) {
    const item = day.items[Math.min(index, day.items.length - 1)]
    if (item) cards.current.get(item.item_id)?.focus()
  }

  function press(key: DayKey) {
    const at = day.items.findIndex(({ item_id }) =>
      cards.current.get(item_id)?.contains(document.activeElement),
    )
    const item = day.items[at]
    if (key === 'next' || key === 'previous')
      return focusAt(stepTo(at, key === 'next' ? 1 : -1, day.items.length))
    if (key === 'legend') return setShowsKeys(true)
    if (key === 'undo') return void work.undoLast()
    if (!item) return
    if (key === 'skip' || key === 'swap' || key === 'later') {
      if (item.status === 'open' || item.status === 'skipped') act(item, key)
    } else mark(item, key)
  }

  return (
    <div className="flex min-w-0 flex-col gap-6">
      {day.break && <BreakBanner days={day.break} next={day.next_day} />}
      {day.change && (
        <WhatMoved
          key={day.change.revision}
          change={day.change}
          isBusy={isBusy}
          onUndo={() => day.change && void work.undo(day.change.revision)}
        />
      )}
      {day.items.length > 0 && (
        <section aria-labelledby="todays-problems" className="flex flex-col gap-3">
          <div className="flex flex-wrap items-center justify-between gap-x-3 gap-y-2">
            <h2 id="todays-problems" className="font-semibold tracking-tight">
              Today’s problems
            </h2>
            <div className="flex items-center gap-1">
              <KeysLegend
                isOpen={showsKeys}
                onOpenChange={setShowsKeys}
                isOn={keys.isOn}
                onTurn={keys.turn}
              />
              <ShorterDay isBusy={isBusy} onCut={work.cut} />
            </div>
          </div>
          <Minutes day={day} solvedBefore={before} />
          <Card className="overflow-clip">
            <ul className="divide-y divide-border">
              {day.items.map((item, index) => (
                <Fragment key={item.item_id}>
                  <DayItemCard
                    ref={(element) => {
                      if (element) cards.current.set(item.item_id, element)
                      else cards.current.delete(item.item_id)
                    }}
                    item={item}
                    topicTitle={topicTitles[item.topic]}
                    isBusy={isBusy}
                    isWaiting={work.isOffline && work.isWaiting(item.item_id)}
                    learnerId={learnerId}
                    onMark={(outcome) => mark(item, outcome)}
                    onAct={(action) => act(item, action)}
                    onFeel={(rest) => work.complete(item, rest)}
                  />
                  {index === day.stop_after && <StopHere isLast={index === day.items.length - 1} />}
                </Fragment>
              ))}
            </ul>
          </Card>
        </section>
      )}
    </div>
  )
}

function Minutes({ day: { items, minutes }, solvedBefore: before }: { day: Today; solvedBefore: number }) {
  const practised = items.filter(isPractised).length
  return (
    <div className="flex flex-col gap-2">
      <p role="status" className="text-sm text-subtle tabular-nums">
        {practised} of {items.length} practised · {formatMinutes(minutes.done)} recorded ·{' '}
        {minutes.unrecorded > 0 && `${minutes.unrecorded} not recorded · `}
        {minutes.left > 0 ? `${formatMinutes(minutes.left)} left` : 'nothing left'} ·{' '}
        {formatMinutes(minutes.planned)} planned
        {before > 0 && ` · ${solvedBefore(before)}`}
      </p>
      <Progress value={practised} max={items.length} ariaLabel="Today" tone="success" />
    </div>
  )
}

function StopHere({ isLast }: { isLast: boolean }) {
  return (
    <li className="flex items-center gap-3 bg-muted/60 px-5 py-2.5 text-subtle text-xs sm:px-6">
      <span className="font-medium text-foreground">Stop here</span>
      {isLast ? 'That is enough for today.' : 'What follows is extra, if you feel like it.'}
    </li>
  )
}

/** What the stopwatch of a problem measured, and no minutes where it still asks; it starts from zero afterwards. */
function takeMeasured(key: string) {
  const stopwatch = readStopwatch(key)
  if (!stopwatch) return {}
  storeStopwatch(key, null)
  return {
    ...(stopwatch.awaySince === null && { minutes: elapsedMinutes(stopwatch, Date.now()) }),
    started_at: new Date(stopwatch.startedAt).toISOString(),
  }
}
