import { afterAll, beforeAll, inject } from 'vitest'
import { type RunningCodify, startCodify } from './start-codify.ts'

type LiveCodify = Pick<RunningCodify, 'webUrl' | 'apiUrl'>

/** The Codify of a test file: the shared one or, with `env`, one of its own. `env` is asked for when it starts. */
export function liveCodify(env?: () => Promise<Record<string, string>>): LiveCodify {
  let own: RunningCodify | undefined

  if (env) {
    beforeAll(async () => {
      own = await startCodify({ env: await env() })
    })
    afterAll(async () => {
      await own?.stop()
    })
  }

  function running(): LiveCodify {
    const codify = env ? own : inject('sharedCodify')
    if (!codify) throw new Error('Codify is not running yet.')
    return codify
  }

  return {
    get webUrl() {
      return running().webUrl
    },
    get apiUrl() {
      return running().apiUrl
    },
  }
}
