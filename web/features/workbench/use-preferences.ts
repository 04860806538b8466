'use client'

import { useEffect, useState } from 'react'
import { keepPreferences, type Preferences, readPreferences } from './preferences.ts'

/** How this browser's workbench is set up; null until the page is alive and it could be read. */
export function usePreferences() {
  const [preferences, setPreferences] = useState<Preferences | null>(null)
  useEffect(() => setPreferences(readPreferences()), [])

  function change(changes: Partial<Preferences>): void {
    if (!preferences) return
    const next = { ...preferences, ...changes }
    setPreferences(next)
    keepPreferences(next)
  }

  return { preferences, change }
}
