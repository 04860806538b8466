'use client'

import type { Today } from '@codify/api/contract'
import { Timer } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Popover } from '@/components/ui/popover.tsx'
import { Spinner } from '@/components/ui/spinner.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { ToggleGroup } from '@/components/ui/toggle-group.tsx'
import { messageOf } from '@/lib/browser-api.ts'
import { formatMinutes } from '@/lib/calendar-day.ts'
import { countProblems } from '@/lib/count.ts'
import { previewCut } from '../actions.ts'

const choices = ['10', '20', '30', '45'] as const
type Choice = (typeof choices)[number]

type ShorterDayProps = { isBusy: boolean; onCut: (minutes: number) => Promise<boolean> }

/** Less time than planned: what would fit is shown before anything moves. */
export function ShorterDay({ isBusy, onCut }: ShorterDayProps) {
  const [isOpen, setOpen] = useState(false)
  const [minutes, setMinutes] = useState<Choice>('20')
  function open(next: boolean) {
    // On a phone a message would lie over the choice.
    if (next) toast.dismiss()
    setOpen(next)
  }

  return (
    <Popover
      ariaLabel="A shorter day"
      open={isOpen}
      onOpenChange={open}
      align="end"
      className="w-80"
      trigger={
        <Button variant="secondary" size="sm">
          <Timer aria-hidden />
          Only 20 minutes today?
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <ToggleGroup
          type="single"
          size="sm"
          ariaLabel="Minutes you have"
          options={choices.map((value) => ({ value, label: `${value} min` }))}
          value={minutes}
          onValueChange={(next) => next && setMinutes(next)}
        />
        {isOpen && <Preview key={minutes} minutes={Number(minutes)} />}
        <Button
          size="sm"
          loading={isBusy}
          onClick={async () => {
            if (await onCut(Number(minutes))) setOpen(false)
          }}
        >
          Shorten today
        </Button>
      </div>
    </Popover>
  )
}

function Preview({ minutes }: { minutes: number }) {
  const [day, setDay] = useState<Today>()
  const [error, setError] = useState<string>()
  useEffect(() => {
    const leaving = new AbortController()
    previewCut(minutes, leaving.signal).then(setDay, (reason) => {
      if (!leaving.signal.aborted) setError(messageOf(reason))
    })
    return () => leaving.abort()
  }, [minutes])
  return (
    <div role="status" className="min-h-16 text-sm leading-relaxed">
      {error && <p className="text-danger">{error}</p>}
      {!day && !error && <Spinner />}
      {day && <Fits day={day} />}
    </div>
  )
}

function Fits({ day: { items, minutes, change } }: { day: Today }) {
  const open = items.filter(({ status }) => status === 'open')
  const [moved, dropped] = [change?.moved ?? [], change?.dropped ?? []]
  const told = [
    moved.length > 0 ? `${countProblems(moved)} would move` : '',
    dropped.length > 0 ? `${countProblems(dropped)} would leave the plan` : '',
  ].filter(Boolean)
  if (open.length === 0) return <p>Nothing fits so little time. All of it would move to later days.</p>
  return (
    <>
      <p className="font-medium">This fits, {formatMinutes(minutes.left)}:</p>
      <ul className="list-inside list-disc text-subtle">
        {open.map(({ item_id, title }) => (
          <li key={item_id}>{title}</li>
        ))}
      </ul>
      {told.length > 0 && <p className="mt-2 text-subtle">{told.join(', ')}.</p>}
    </>
  )
}
