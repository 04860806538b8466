'use client'

import type { Paste } from '@codify/api/contract'
import { Undo2 } from 'lucide-react'
import { useRouter } from 'next/navigation'
import { LocalTime } from '@/components/local-time.tsx'
import { Button } from '@/components/ui/button.tsx'
import { toast } from '@/components/ui/toaster.tsx'
import { useChange } from '@/lib/use-change.ts'
import { takePasteBack } from '../actions.ts'
import { countOf } from '../counted-attempts.ts'

/** Pastes of the last day, each of which one press takes back. */
export function RecentPastes({ pastes }: { pastes: readonly Paste[] }) {
  const router = useRouter()
  const { changing, change } = useChange()

  const takeBack = (id: string) =>
    change(async () => {
      toast.success(`${countOf((await takePasteBack(id)).taken_back)} taken back`)
      router.refresh()
    })

  if (pastes.length === 0) return null
  return (
    <ul aria-label="Lists of the last day" className="mt-5 divide-y divide-border border-border border-t">
      {pastes.map(({ id, pasted_at, attempts }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-3 text-sm last:pb-0">
          <p>
            <span className="font-medium">{countOf(attempts)}</span>{' '}
            <span className="text-subtle">
              pasted <LocalTime moment={pasted_at} />
            </span>
          </p>
          <Button variant="secondary" size="sm" loading={changing} onClick={() => void takeBack(id)}>
            <Undo2 aria-hidden />
            Take back
          </Button>
        </li>
      ))}
    </ul>
  )
}
