import { EventEmitter } from 'node:events'

/** Tells followers in this process that a generation has news; those on other replicas find it by polling. */
export function createGenerationSignals() {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    notify(generationId: string): void {
      emitter.emit(`${generationId} news`)
    },
    /** The last news: for those who wait for nothing else, too. */
    notifyEnd(generationId: string): void {
      emitter.emit(`${generationId} news`)
      emitter.emit(`${generationId} end`)
    },
    /** Resolves at the next news, or at the `end`, or after `timeoutMs`, or when `signal` aborts. */
    async next({
      generationId,
      of = 'news',
      timeoutMs,
      signal,
    }: {
      generationId: string
      of?: 'news' | 'end'
      timeoutMs: number
      signal: AbortSignal
    }): Promise<void> {
      if (signal.aborted) return
      const event = `${generationId} ${of}`
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer)
          emitter.off(event, done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, timeoutMs)
        emitter.once(event, done)
        signal.addEventListener('abort', done, { once: true })
      })
    },
  }
}
export type GenerationSignals = ReturnType<typeof createGenerationSignals>
