'use client'

import { useSyncExternalStore } from 'react'

const query = '(min-width: 768px)'

/** Whether the map of topics is shown at this width; false until the page is alive. */
export function useIsRoomy(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  )
}

function subscribe(listener: () => void): () => void {
  const list = window.matchMedia(query)
  list.addEventListener('change', listener)
  return () => list.removeEventListener('change', listener)
}
