import { on } from 'node:events'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { CheckedUpload, Here } from './check-upload.ts'
import { type FileSlice, joinSlices } from './file-slices.ts'
import { importTooMuch } from './imports.errors.ts'

export type ToWorker = { bytes: Uint8Array; here: Here }
export type FromWorker =
  | Exclude<CheckedUpload, { kind: 'file' }>
  | { kind: 'slice'; slice: FileSlice }
  | { kind: 'end' }

/** Megabytes; a file that takes more ends the worker alone. */
export const CHECKER_MEMORY = 256
const resourceLimits = { maxOldGenerationSizeMb: CHECKER_MEMORY, maxYoungGenerationSizeMb: 16 }
const SECONDS_MAX = 30

/**
 * Checks an upload in a thread with a memory of its own, so that whatever is in it delays no request. `bytes` is handed
 * over and empty afterwards.
 *
 * @throws 413 `import.too_much`
 */
export async function checkInWorker(bytes: Uint8Array<ArrayBuffer>, here: Here): Promise<CheckedUpload> {
  const workerData: ToWorker = { bytes, here }
  const worker = new Worker(new URL('./imports.worker.ts', import.meta.url), {
    workerData,
    transferList: [bytes.buffer],
    resourceLimits,
    // Flags of this process, such as limits of its memory, are not the worker's.
    execArgv: [],
  })
  const limit = setTimeout(() => void worker.terminate(), SECONDS_MAX * 1000)
  const slices: FileSlice[] = []
  try {
    for await (const message of messagesOf(worker)) {
      if (message.kind === 'end') return { kind: 'file', file: joinSlices(slices) }
      if (message.kind !== 'slice') return message
      slices.push(message.slice)
      // Requests that came meanwhile go first.
      await nextTurn()
      worker.postMessage('next')
    }
    throw importTooMuch()
  } catch (error) {
    throw isOutOfMemory(error) ? importTooMuch() : error
  } finally {
    clearTimeout(limit)
    await worker.terminate()
  }
}

/** Yields the worker's messages until it ends. The cast is safe: `imports.worker.ts` posts nothing else. */
async function* messagesOf(worker: Worker): AsyncGenerator<FromWorker> {
  for await (const [message] of on(worker, 'message', { close: ['exit'] })) yield message
}

function isOutOfMemory(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY'
}
