// The Worker in which a learner's JavaScript or TypeScript runs; made into one text by scripts/prepare-sandbox.ts.
import { runJavaScript } from '@codify/seeds/judge/running'
import { serveOneJob } from './worker-port.ts'

serveOneJob(() => async (job, tell) => {
  if (job.language !== 'python') await runJavaScript({ ...job, language: job.language }, tell, { onUncaught })
})

/** An error in a timer, a promise that is rejected: told where a test waits for it, and not to the browser's console. */
function onUncaught(hear: (error: unknown) => void): void {
  addEventListener('error', (event) => {
    event.preventDefault()
    hear(event.error)
  })
  addEventListener('unhandledrejection', (event) => {
    event.preventDefault()
    hear(event.reason)
  })
}
