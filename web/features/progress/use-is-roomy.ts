'use client'

import { useSyncExternalStore } from 'react'

const query = '(min-width: 768px)'

/** True if this width shows the map of topics; false until the page is hydrated. */
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
