'use client'

import { HardDrive } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { cn } from '@/lib/cn.ts'
import { onRefusal, refusesToStore } from '@/lib/device-storage.ts'

/** One line, once this browser has refused to store something; until then nothing. */
export function NotStoredLine({ className }: { className?: string }) {
  const isShown = useSyncExternalStore(onRefusal, refusesToStore, () => false)
  return (
    <div role="status">
      {isShown && (
        <p className={cn('flex items-start gap-2 text-subtle text-sm', className)}>
          <HardDrive aria-hidden className="mt-0.5 size-4 shrink-0" />
          This browser stores nothing for Codify at the moment. Everything works; what is not sent yet is gone
          when the page is closed.
        </p>
      )}
    </div>
  )
}
