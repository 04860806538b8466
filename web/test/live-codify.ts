import { afterAll, beforeAll } from 'vitest'
import { type RunningCodify, startCodify } from './start-codify.ts'

/** One Codify for a test file. `env` is asked for when it starts. */
export function liveCodify(
  env: () => Promise<Record<string, string>> = async () => ({}),
): Pick<RunningCodify, 'webUrl' | 'apiUrl' | 'logs'> {
  let running: RunningCodify | undefined

  beforeAll(async () => {
    running = await startCodify({ env: await env() })
  })

  afterAll(async () => {
    await running?.stop()
  })

  function started(): RunningCodify {
    if (!running) throw new Error('Codify is not running yet.')
    return running
  }

  return {
    get webUrl() {
      return started().webUrl
    },
    get apiUrl() {
      return started().apiUrl
    },
    logs: () => started().logs(),
  }
}
