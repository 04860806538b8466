import type { Job, RunMessage } from '@codify/seeds/judge'
import { lockDown } from './lock-down.ts'

type Run = (job: Job, tell: (message: RunMessage) => void) => Promise<void>
type Parts = { wasm?: WebAssembly.Module; stdlib?: ArrayBuffer; snapshot?: ArrayBuffer }

const { apply } = Reflect
// Taken now: a learner's code may put another function there, which would be handed the port.
const post: (message: unknown) => void = MessagePort.prototype.postMessage

/** Answers the frame over the one port it gives: ready, then the messages of one job. A Worker runs one job only. */
export function serveOneJob(prepare: (parts: Parts) => Promise<Run> | Run): void {
  addEventListener(
    'message',
    async (event: MessageEvent<Parts>) => {
      const port = event.ports[0]
      if (port === undefined) return
      const run = await prepare(event.data)
      port.onmessage = ({ data }: MessageEvent<Job>) => {
        port.onmessage = null
        lockDown()
        void run(data, (message) => apply(post, port, [message]))
      }
      apply(post, port, [{ type: 'ready' }])
    },
    { once: true },
  )
}
