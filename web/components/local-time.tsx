'use client'

import { useSyncExternalStore } from 'react'

/** A moment as the day it was for the reader; until the page is alive, as the day it was in UTC. */
export function LocalTime({ moment, className }: { moment: string; className?: string }) {
  const isAlive = useSyncExternalStore(subscribeToNothing, onPage, onServer)
  const date = new Date(moment)
  const timeZone = isAlive ? undefined : 'UTC'
  const day = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone }).format(date)
  const exact = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short', timeZone }).format(
    date,
  )
  return (
    <time dateTime={moment} title={isAlive ? exact : undefined} className={className}>
      {day}
    </time>
  )
}

const onPage = () => true
const onServer = () => false

function subscribeToNothing() {
  return () => {}
}
