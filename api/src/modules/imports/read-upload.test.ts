import { expect, test } from 'vitest'
import { IMPORT_MAX_BYTES } from './imports.schemas.ts'
import { readUpload } from './read-upload.ts'

/** A body that goes on for ever, and how much of it was read. */
function endless(text: string) {
  const chunk = new TextEncoder().encode(text)
  const taken = { bytes: 0, isCancelled: false }
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      taken.bytes += chunk.length
      controller.enqueue(chunk)
    },
    cancel() {
      taken.isCancelled = true
    },
  })
  return { body, taken }
}

const code = (promise: Promise<unknown>) =>
  promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Error && 'code' in error ? error.code : error),
  )

test.each([
  ['empty objects', '{},'.repeat(20_000), 'request.invalid'],
  ['brackets', '['.repeat(60_000), 'request.too_deep'],
  ['digits', '7'.repeat(60_000), 'request.invalid'],
  ['one text', 'a'.repeat(60_000), 'request.invalid'],
  ['keys', '"k":0,'.repeat(10_000), 'request.invalid'],
  ['spaces', ' '.repeat(60_000), 'request.too_large'],
])('endless %s are refused, and what follows is read away up to a size', async (_, text, refusal) => {
  const { body, taken } = endless(text)
  expect(await code(readUpload(body))).toBe(refusal)
  expect(taken.bytes).toBeLessThan(2 * IMPORT_MAX_BYTES + 200_000)
})

test('a file arrives as it was sent', async () => {
  const bytes = new TextEncoder().encode(JSON.stringify({ text: 'ü'.repeat(100_000) }))
  expect(await readUpload(new Blob([bytes]).stream())).toEqual(bytes)
  expect(await readUpload(null)).toEqual(new Uint8Array())
})

test('who sends a byte now and then is not waited for', async () => {
  let isCancelled = false
  let timer: NodeJS.Timeout
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      timer = setInterval(() => controller.enqueue(new Uint8Array([0x20])), 10)
    },
    cancel() {
      clearInterval(timer)
      isCancelled = true
    },
  })
  expect(await code(readUpload(body, { bytes: 100, milliseconds: 50 }))).toBe('import.too_slow')
  expect(isCancelled).toBe(true)
})

test('an upload that breaks off is no file', async () => {
  const body = new ReadableStream<Uint8Array>({
    pull: () => Promise.reject(new Error('the connection was reset')),
  })
  expect(await code(readUpload(body))).toBe('request.malformed')
})
