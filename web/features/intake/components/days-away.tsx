import type { Break } from '@codify/api/contract'
import { Palmtree } from 'lucide-react'
import { useState } from 'react'
import { Button } from '@/components/ui/button.tsx'
import { Dialog } from '@/components/ui/dialog.tsx'
import { BreaksSetting } from '@/features/settings/components/breaks-setting.tsx'
import { count } from '@/lib/count.ts'

/** Days off right where one thinks of them; every plan leaves them free. */
export function DaysAway({ initial }: { initial: readonly Break[] }) {
  const [breaks, setBreaks] = useState(initial)
  return (
    <div className="-mt-5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-subtle">
      <Dialog
        title="Days away"
        description="Nothing is planned on these days, and nothing is missed. You can change them in the settings."
        className="max-w-xl"
        trigger={
          <Button variant="secondary" size="sm">
            <Palmtree aria-hidden />
            Days away? Add them here
          </Button>
        }
      >
        <BreaksSetting initial={breaks} onChange={setBreaks} />
      </Dialog>
      {breaks.length > 0 && <span>{count(breaks.length, 'break')} kept free</span>}
    </div>
  )
}
