// Preloaded into every child of the start. A parent that was killed hard cannot end its children, so they notice the
// closed channel themselves and end with everything they started: each child leads a process group of its own.
import { isMainThread } from 'node:worker_threads'

const GRACE_MS = 10_000

// Worker threads and forks of a child inherit the preload; only the direct child may act on it.
if (isMainThread && process.env.CODIFY_PARENT === String(process.ppid)) {
  process.once('disconnect', () => {
    process.kill(0, 'SIGTERM')
    setTimeout(() => process.kill(0, 'SIGKILL'), GRACE_MS).unref()
  })
  // A listener keeps the channel, and the process, alive: the child still ends when its own work has ended.
  process.channel?.unref()
}
