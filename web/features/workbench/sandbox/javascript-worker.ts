// The Worker in which a learner's JavaScript or TypeScript runs; made into one text by scripts/prepare-sandbox.ts.
import { runJavaScript } from '@codify/seeds/judge/running'
import { serveOneJob } from './worker-port.ts'

serveOneJob(() => (job, tell) => {
  if (job.language !== 'python') runJavaScript({ ...job, language: job.language }, tell)
})
