import { setTimeout as delay } from 'node:timers/promises'
import type { Child } from './children.ts'
import { describeEnding } from './describe-ending.ts'
import { StartError } from './settings.ts'

/**
 * Asks `url` until it answers well.
 *
 * @throws {StartError} when the child ends first, or after `timeoutMs` (milliseconds; infinite: never)
 */
export async function waitUntilReady({
  child,
  url,
  timeoutMs,
}: {
  child: Child
  url: string
  timeoutMs: number
}): Promise<void> {
  const over = new AbortController()
  const ending = child.ended.then((how) => {
    throw new StartError(
      child.hasExplained() ? '' : `${child.name} ${describeEnding(how)} before it was ready.`,
    )
  })
  const late = Number.isFinite(timeoutMs)
    ? delay(timeoutMs, undefined, { signal: over.signal }).then(() => {
        throw new StartError(`${child.name} was not ready after ${timeoutMs / 1000} seconds.`)
      })
    : new Promise<never>(() => {})
  try {
    await Promise.race([poll(url, over.signal), ending, late])
  } finally {
    over.abort()
    for (const promise of [ending, late]) promise.catch(() => {})
  }
}

async function poll(url: string, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    if (await answersWell(url)) return
    await delay(100)
  }
}

async function answersWell(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(5_000), redirect: 'manual' })
    await response.body?.cancel()
    return response.ok
  } catch {
    return false
  }
}
