import { deviceStorage } from '@/lib/device-storage.ts'
import { parseStopwatch, type Stopwatch } from './stopwatch.ts'

export function stopwatchKey(learnerId: string, slug: string): string {
  return `codify:stopwatch:${learnerId}:${slug}`
}

/** Where this browser remembers the problem that a learner times. */
export function timedKey(learnerId: string): string {
  return `codify:timed:${learnerId}`
}

export function readStopwatch(key: string): Stopwatch | null {
  return parseStopwatch(deviceStorage.getItem(key))
}

export function storeStopwatch(key: string, stopwatch: Stopwatch | null): void {
  storeText(key, stopwatch && JSON.stringify(stopwatch))
}

/** Stores or removes a text, and tells this page too: browsers tell other tabs alone. */
export function storeText(key: string, text: string | null): void {
  if (text === null) deviceStorage.removeItem(key)
  else deviceStorage.setItem(key, text)
  window.dispatchEvent(new StorageEvent('storage', { key }))
}
