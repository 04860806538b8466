import { EventEmitter } from 'node:events'

/** Tells followers in this process that a generation has news; those on other replicas find it by polling. */
export function createGenerationSignals() {
  const emitter = new EventEmitter().setMaxListeners(0)
  return {
    notify(generationId: string): void {
      emitter.emit(generationId)
    },
    /** Resolves at the next news, or after `timeoutMs`, or when `signal` aborts. */
    async next({
      generationId,
      timeoutMs,
      signal,
    }: {
      generationId: string
      timeoutMs: number
      signal: AbortSignal
    }): Promise<void> {
      if (signal.aborted) return
      await new Promise<void>((resolve) => {
        const done = () => {
          clearTimeout(timer)
          emitter.off(generationId, done)
          signal.removeEventListener('abort', done)
          resolve()
        }
        const timer = setTimeout(done, timeoutMs)
        emitter.once(generationId, done)
        signal.addEventListener('abort', done, { once: true })
      })
    },
  }
}
export type GenerationSignals = ReturnType<typeof createGenerationSignals>
