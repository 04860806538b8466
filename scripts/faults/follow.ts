import { setTimeout as delay } from 'node:timers/promises'
import type { Caller } from './caller.ts'

const EVENT = /^id: (\d+)$/m

/**
 * Follows a generation to its end as a browser does: a stream that breaks is taken up after the last event that came.
 *
 * @returns whether it ended well, before `isOver`
 * @throws when an event is missing or comes twice
 */
export async function followToEnd({
  caller,
  id,
  isOver,
}: {
  caller: Caller
  id: string
  isOver: () => boolean
}): Promise<boolean> {
  let last = 0
  while (!isOver()) {
    try {
      const response = await fetch(`${caller.url}/v1/generations/${id}/events`, {
        headers: { ...(await caller.headers()), ...(last > 0 ? { 'last-event-id': String(last) } : {}) },
        signal: AbortSignal.timeout(20_000),
      })
      const stream = response.ok ? response.body : null
      if (!stream) await response.body?.cancel()
      for await (const block of blocksOf(stream)) {
        const seq = Number(EVENT.exec(block)?.[1] ?? 0)
        if (seq === 0) continue
        if (seq !== last + 1) throw new StreamError(`generation ${id}: event ${seq} after ${last}`)
        last = seq
        if (/^event: done$/m.test(block)) return true
        if (/^event: failed$/m.test(block)) throw new StreamError(`generation ${id} failed`)
      }
    } catch (error) {
      if (error instanceof StreamError) throw error
    }
    await delay(100)
  }
  return false
}

class StreamError extends Error {}

async function* blocksOf(stream: ReadableStream<Uint8Array> | null): AsyncGenerator<string> {
  const decoder = new TextDecoder()
  let rest = ''
  for await (const chunk of stream ?? []) {
    const blocks = (rest + decoder.decode(chunk, { stream: true })).split('\n\n')
    rest = blocks.pop() ?? ''
    yield* blocks
  }
}
