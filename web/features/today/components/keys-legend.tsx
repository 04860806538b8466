'use client'

import { Keyboard } from 'lucide-react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { Kbd } from '@/components/ui/kbd.tsx'
import { Switch } from '@/components/ui/switch.tsx'
import { dayKeys } from '../keys.ts'

type KeysLegendProps = {
  isOpen: boolean
  onOpenChange: (isOpen: boolean) => void
  isOn: boolean
  onTurn: (on: boolean) => void
}

/** Which key does what, and the switch that turns them all off. */
export function KeysLegend({ isOpen, onOpenChange, isOn, onTurn }: KeysLegendProps) {
  return (
    <Dialog
      title="Keys for today"
      description="They act on the problem that you are at."
      open={isOpen}
      onOpenChange={onOpenChange}
      trigger={
        <Button variant="ghost" size="sm" className="text-subtle max-sm:hidden">
          <Keyboard aria-hidden />
          Keys
        </Button>
      }
    >
      <dl className="grid gap-x-8 gap-y-2.5 sm:grid-cols-2">
        {dayKeys.map(({ key, words }) => (
          <div key={key} className="flex items-center justify-between gap-4 text-sm">
            <dt>{words}</dt>
            <dd>
              <Kbd>{key}</Kbd>
            </dd>
          </div>
        ))}
      </dl>
      <div className="mt-6 border-border border-t pt-5">
        <Switch label="Use single keys on this page" checked={isOn} onCheckedChange={onTurn} />
      </div>
    </Dialog>
  )
}
