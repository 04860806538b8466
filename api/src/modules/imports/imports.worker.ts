// Checks one upload beside the process that answers requests; started and ended by `upload-checker.ts`.
import { parentPort, workerData } from 'node:worker_threads'
import { checkUpload } from './check-upload.ts'
import { type FileSlice, slicesOf } from './file-slices.ts'
import type { FromWorker, ToWorker } from './upload-checker.ts'

const { bytes, here }: ToWorker = workerData
const checked = checkUpload(bytes, here)

function send(message: FromWorker): void {
  parentPort?.postMessage(message)
}

function sendNext(slices: Iterator<FileSlice, undefined>): void {
  const { value } = slices.next()
  send(value === undefined ? { kind: 'end' } : { kind: 'slice', slice: value })
}

if (checked.kind === 'file') {
  const slices = slicesOf(checked.file)
  // One at a time, when it is asked for: the other side takes each in between two requests.
  parentPort?.on('message', () => sendNext(slices))
  sendNext(slices)
} else send(checked)
