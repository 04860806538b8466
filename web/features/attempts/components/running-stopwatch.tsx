'use client'

import { Timer } from 'lucide-react'
import Link from 'next/link'
import { useEffect, useState } from 'react'
import { deviceStorage } from '@/lib/device-storage.ts'
import { routes } from '@/lib/routes.ts'
import { asClock } from '../stopwatch.ts'
import { timedKey } from '../stored-stopwatch.ts'
import { useStopwatch } from './use-stopwatch.ts'

/** In the header, while a stopwatch runs or asks whether it should: where it leads to, and what it counted. */
export function RunningStopwatch({ learnerId }: { learnerId: string }) {
  const [slug, setSlug] = useState<string | null>(null)
  useEffect(() => {
    const key = timedKey(learnerId)
    const read = () => setSlug(deviceStorage.getItem(key))
    const onStorage = (event: StorageEvent) => event.key === key && read()
    read()
    window.addEventListener('storage', onStorage)
    return () => window.removeEventListener('storage', onStorage)
  }, [learnerId])
  return slug === null ? null : <Running key={slug} learnerId={learnerId} slug={slug} />
}

function Running({ learnerId, slug }: { learnerId: string; slug: string }) {
  const { isRunning, isAsking, milliseconds } = useStopwatch(learnerId, slug)
  if (!isRunning && !isAsking) return null
  return (
    <Link
      href={routes.problem(slug)}
      className="inline-flex items-center gap-1.5 rounded-lg bg-accent-soft px-2.5 py-1 font-medium text-sm tabular-nums hover:bg-muted"
    >
      <Timer aria-hidden className="size-4" />
      {isAsking ? 'Still working?' : asClock(milliseconds)}
      <span className="sr-only">{isAsking ? 'The stopwatch has stopped' : 'The stopwatch runs'}</span>
    </Link>
  )
}
