import { bodyTooLarge, malformedBody } from '../../shared/errors.ts'
import { createJsonScanner, DEPTH_MAX } from '../../shared/json-depth.ts'
import { refuseShape } from '../../shared/validate.ts'
import { uploadTooSlow } from './imports.errors.ts'
import { IMPORT_MAX_BYTES, IMPORT_MAX_VALUES } from './imports.schemas.ts'

const LIMITS = { depth: DEPTH_MAX, values: IMPORT_MAX_VALUES, keys: 1_000, digits: 1_000 }

/** Who sends less in such a time holds a place that others wait for. */
const PACE = { bytes: 64 * 1024, milliseconds: 10_000 }

/**
 * Reads the body of an upload and looks at its shape as it arrives, so that a made-up file is refused long before it
 * could be parsed.
 *
 * @throws 413 `request.too_large`, 400 `request.too_deep`, `request.invalid` or `request.malformed`, 408 `import.too_slow`
 */
export async function readUpload(
  body: ReadableStream<Uint8Array> | null,
  pace = PACE,
): Promise<Uint8Array<ArrayBuffer>> {
  const scanner = createJsonScanner(LIMITS)
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of atPace(body, pace)) {
    size += chunk.length
    if (size > IMPORT_MAX_BYTES) throw bodyTooLarge(IMPORT_MAX_BYTES)
    refuseShape(scanner.push(chunk), LIMITS)
    chunks.push(chunk)
  }
  return joined(chunks, size)
}

/** The chunks, as long as enough of them come in every stretch of time; the last may bring less. */
async function* atPace(body: ReadableStream<Uint8Array> | null, pace: typeof PACE) {
  if (body === null) return
  const reader = body.getReader()
  let arrived = 0
  let isSlow = false
  let isOver = false
  const timer = setInterval(() => {
    isSlow = arrived < pace.bytes
    arrived = 0
    // Ends the read that waits.
    if (isSlow) void reader.cancel().catch(() => {})
  }, pace.milliseconds)
  try {
    for (;;) {
      const { done, value } = await reader.read().catch(() => {
        throw malformedBody()
      })
      isOver = done
      if (isSlow) throw uploadTooSlow()
      if (done) return
      arrived += value.length
      yield value
    }
  } finally {
    clearInterval(timer)
    if (!isOver) await discardRest(reader)
    reader.releaseLock()
  }
}

/** A connection on which a body was left unread is of no use to the next request; most bodies end at once. */
const DISCARD_MS = 500

async function discardRest(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  const limit = setTimeout(() => void reader.cancel().catch(() => {}), DISCARD_MS)
  try {
    for (let size = 0; size < IMPORT_MAX_BYTES; ) {
      const { done, value } = await reader.read()
      if (done) break
      size += value.length
    }
  } catch {
    // It broke off: nothing is left to read.
  } finally {
    clearTimeout(limit)
  }
}

function joined(chunks: Uint8Array[], size: number): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(size)
  let offset = 0
  for (const chunk of chunks) {
    whole.set(chunk, offset)
    offset += chunk.length
  }
  return whole
}
